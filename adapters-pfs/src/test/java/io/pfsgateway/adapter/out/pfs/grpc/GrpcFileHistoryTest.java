package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.application.port.out.FileHistory;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
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
import java.util.ArrayList;
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
        FileHistory bounded = bounded(3, GrpcFileHistory.MOST_SEARCHED);
        // The directory and its file: what lies outside of the prefix's directory is not read.
        assertThat(page(bounded, branch, "b/").entries()).hasSize(1);
        assertThatThrownBy(() -> page(bounded, branch, ""))
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_IMPLEMENTED))
                .hasMessageContaining("more than 3 changes");
    }

    @Test
    void endsAPageEarlyRatherThanSearchForLong() {
        BranchId branch = BranchId.of("master", PachdServer.uniqueName());
        preparation().makeBranch(branch);
        for (String key : List.of("a", "b", "b", "c", "c")) {
            preparation().writeFile(branch, new ObjectKey(key), new byte[1]);
        }
        // Five commits, or seven where branches begin with one: a page searches for two keys, or for one that it has
        // to.
        for (int most : List.of(14, 1)) {
            FileHistory bounded = bounded(ChangedNames.MOST_CHANGES, most);
            List<String> names = new ArrayList<>();
            int pages = 0;
            Optional<VersionPage> page = Optional.of(page(bounded, branch, ""));
            while (page.isPresent()) {
                List<VersionEntry> entries = page.get().entries();
                entries.forEach(entry -> names.add(entry.name()));
                VersionEntry last = entries.get(entries.size() - 1);
                page = page.filter(VersionPage::more)
                        .map(before -> bounded.versions(new VersionQuery(
                                branch,
                                "",
                                Optional.empty(),
                                Optional.of(last.name()),
                                last.commit().map(CommitInfo::id),
                                10)));
                pages++;
            }
            assertThat(names).containsExactly("a", "b", "b", "c", "c");
            assertThat(pages).isEqualTo(most == 14 ? 2 : 3);
        }
    }

    private FileHistory bounded(int mostChanges, int mostSearched) {
        PfsClient client = server().preparation().client();
        return new GrpcFileHistory(
                client,
                new BranchAncestry(client),
                new Descriptions(new InMemoryFileAttributes(Clock.systemUTC())),
                mostChanges,
                mostSearched);
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
