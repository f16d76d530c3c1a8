package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.FileHistoryContract;
import io.pfsgateway.testkit.contract.Preparation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The embedded server does not look for commits by path, so that this takes a pachd. */
@EnabledIfSystemProperty(named = "pachd.address", matches = ".+")
class GrpcFileHistoryTest extends FileHistoryContract {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    PachdServer server() {
        return SERVER;
    }

    @Override
    protected FileSystem fileSystem() {
        return server().ports();
    }

    @Override
    protected Preparation preparation() {
        return server().preparation();
    }

    @Override
    protected Set<Capability> capabilities() {
        return server().capabilities();
    }

    @Test
    void tellsTheVersionsOfADirectoryMarker() {
        BranchId branch = newMarker();
        List<VersionEntry> versions = fileSystem()
                .history()
                .versions(new VersionQuery(branch, "dir/", Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .entries();
        assertThat(versions).extracting(VersionEntry::name).containsExactly("dir/", "dir/");
        assertThat(versions).extracting(entry -> entry.file().isPresent()).containsExactly(false, true);
    }

    private BranchId newMarker() {
        BranchId branch =
                BranchId.of("master", "r" + UUID.randomUUID().toString().replace("-", ""));
        preparation().makeBranch(branch);
        preparation().writeFile(branch, new ObjectKey("dir/"), new byte[0]);
        preparation().removeFiles(branch, List.of(new ObjectKey("dir/")));
        return branch;
    }
}
