package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.domain.listing.VersionQuery;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read in several stretches, or not to its end. */
class StreamsTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
    }

    private void place(String... keys) {
        SERVER.preparation().writeFiles(branch, List.of(keys));
    }

    private ListingPage page(String prefix, Optional<String> delimiter, int limit) {
        return files.lister()
                .list(new ListingQuery(branch, CommitRef.HEAD, prefix, delimiter, Optional.empty(), limit));
    }

    @Test
    void aPageIsOfOneCommitWhateverIsCommittedBetweenItsStretches() {
        place("1-a", "1-b", "2-a", "3-a");
        var first = files.reader().resolve(branch, CommitRef.HEAD);
        SERVER.interruptions.betweenCallsOf("WalkFile", () -> {
            SERVER.preparation().removeFiles(branch, List.of(new ObjectKey("2-a")));
            place("4-a");
        });
        ListingPage page = page("", Optional.of("-"), 10);
        assertThat(page.entries()).extracting(ListingEntry::name).containsExactly("1-", "2-", "3-");
        assertThat(page.commit()).isEqualTo(first);
        assertThat(page("", Optional.of("-"), 10).entries())
                .extracting(ListingEntry::name)
                .containsExactly("1-", "3-", "4-");
    }

    @Test
    void aReadThatIsNotWantedToItsEndIsLeftWithNothingInItsBuffers() throws IOException {
        byte[] large = new byte[5 << 20];
        SERVER.preparation().writeFile(branch, new ObjectKey("large"), large);
        for (int round = 0; round < 5; round++) {
            FileLookup lookup = files.reader().open(branch, CommitRef.HEAD, new ObjectKey("large"));
            try (PinnedFile file = ((FileLookup.Found) lookup).file();
                    InputStream content = file.content(new ByteRange(1, 10))) {
                assertThat(content.readAllBytes()).hasSize(10);
            }
        }
        assertThat(SERVER.calls.methods()).isEmpty();
    }

    @Test
    void aListingThatIsNotWantedToItsEndIsLeftWithNothingInItsBuffers() {
        place("a/1", "a/2", "b/1", "b/2", "c/1");
        assertThat(page("a/", Optional.empty(), 1000).entries()).hasSize(2);
        assertThat(files.history()
                        .versions(new VersionQuery(branch, "", Optional.of("/"), Optional.empty(), Optional.empty(), 1))
                        .entries())
                .hasSize(1);
        assertThat(SERVER.calls.methods()).isEmpty();
    }
}
