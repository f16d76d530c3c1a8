package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionEntry;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.testkit.contract.Capability;
import io.pfsgateway.testkit.contract.FileHistoryContract;
import io.pfsgateway.testkit.contract.Preparation;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @Test
    void refusesAPageBeforeWhichTooManyFilesChanged() {
        BranchId branch = BranchId.of("master", PachdServer.uniqueName());
        preparation().makeBranch(branch);
        for (String key : List.of("a/1", "a/2", "a/3", "b/1")) {
            preparation().writeFile(branch, new ObjectKey(key), new byte[1]);
        }
        PfsClient client = server().preparation().client();
        FileHistory bounded = new GrpcFileHistory(
                client, new BranchAncestry(client), new Descriptions(new InMemoryFileAttributes(Clock.systemUTC())), 3);
        // The directory and its file: what lies outside of the prefix's directory is not read.
        assertThat(page(bounded, branch, "b/").entries()).hasSize(1);
        assertThatThrownBy(() -> page(bounded, branch, ""))
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_IMPLEMENTED))
                .hasMessageContaining("more than 3 changes");
    }

    private static VersionPage page(FileHistory history, BranchId branch, String prefix) {
        return history.versions(
                new VersionQuery(branch, prefix, Optional.empty(), Optional.empty(), Optional.empty(), 10));
    }

    private BranchId newMarker() {
        BranchId branch = BranchId.of("master", PachdServer.uniqueName());
        preparation().makeBranch(branch);
        preparation().writeFile(branch, new ObjectKey("dir/"), new byte[0]);
        preparation().removeFiles(branch, List.of(new ObjectKey("dir/")));
        return branch;
    }
}
