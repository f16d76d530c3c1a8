package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingEntry;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.protocol.StartCommitRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages that go on with the walk of the page before. */
@Timeout(60)
class FollowingPagesTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final int PAGE = 100;
    /** More than are fetched ahead of a page. */
    private static final List<String> KEYS = IntStream.range(0, 2 * PAGE + FetchedAhead.MOST_AHEAD)
            .mapToObj("dir/%03d"::formatted)
            .toList();

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
        SERVER.preparation().writeFiles(branch, KEYS);
        SERVER.preparation().awaitHead(branch);
        SERVER.trips.take();
    }

    @AfterEach
    void nothingIsLeftOpen() {
        files.branches().delete(branch);
        SERVER.calls.await(0);
    }

    private ListingPage first(String prefix, int limit) {
        return page(CommitRef.HEAD, prefix, Optional.empty(), limit);
    }

    private ListingPage after(ListingPage page, String prefix, int limit) {
        String last = page.entries().get(page.entries().size() - 1).name();
        return page(CommitRef.to(page.commit().id()), prefix, Optional.of(last), limit);
    }

    private ListingPage page(CommitRef commit, String prefix, Optional<String> after, int limit) {
        return files.lister().list(new ListingQuery(branch, commit, prefix, Optional.empty(), after, limit));
    }

    private static List<String> names(ListingPage page) {
        return page.entries().stream().map(ListingEntry::name).toList();
    }

    @Test
    void costNoRoundTripOfTheirOwn() {
        ListingPage page = first("", PAGE);
        List<String> names = new ArrayList<>(names(page));
        assertThat(SERVER.trips.take()).containsExactly("WalkFile");

        while (page.more()) {
            page = after(page, "", PAGE);
            names.addAll(names(page));
        }

        assertThat(SERVER.trips.take()).isEmpty();
        assertThat(names).isEqualTo(KEYS);
        assertThat(SERVER.calls.methods()).isEmpty();
    }

    @Test
    void areOfTheCommitOfTheFirstWhateverIsCommittedBetween() {
        ListingPage first = first("dir/", PAGE);
        SERVER.preparation().removeFiles(branch, List.of(new ObjectKey("dir/150")));
        SERVER.preparation().writeFile(branch, new ObjectKey("dir/1501"), new byte[1]);

        ListingPage second = after(first, "dir/", PAGE);

        assertThat(names(second)).isEqualTo(KEYS.subList(PAGE, 2 * PAGE));
        assertThat(second.commit()).isEqualTo(first.commit());
        assertThat(names(first("dir/15", PAGE))).contains("dir/1501").doesNotContain("dir/150");
    }

    @Test
    void areTheSameForWhoeverAsksForOneAgain() {
        ListingPage first = first("", PAGE);

        ListingPage second = after(first, "", PAGE);

        assertThat(after(first, "", PAGE)).isEqualTo(second);
        assertThat(names(after(second, "", PAGE))).isEqualTo(KEYS.subList(2 * PAGE, 3 * PAGE));
    }

    @Test
    void areOfTheirOwnPrefixAndSize() {
        ListingPage first = first("", PAGE);

        assertThat(names(after(first, "dir/1", PAGE))).isEqualTo(KEYS.subList(PAGE, 2 * PAGE));
        assertThat(names(after(first, "", 2 * PAGE))).isEqualTo(KEYS.subList(PAGE, 3 * PAGE));
        assertThat(names(after(first, "", 5))).isEqualTo(KEYS.subList(PAGE, PAGE + 5));
    }

    @Test
    void areReadAnewOfTheSameCommitWhereTheWalkHasComeToNothing() {
        ListingPage first = first("", PAGE);
        SERVER.preparation()
                .removeFiles(branch, List.of(new ObjectKey("dir/150"), new ObjectKey(KEYS.get(KEYS.size() - 2))));
        SERVER.calls.breakOff();
        SERVER.trips.take();

        ListingPage second = after(first, "", KEYS.size());

        assertThat(SERVER.trips.take()).containsExactly("WalkFile");
        assertThat(names(second)).isEqualTo(KEYS.subList(PAGE, KEYS.size()));
    }

    @Test
    void ofTheHeadBehindAKeyLeaveNoneThatNobodyTakes() {
        page(CommitRef.HEAD, "", Optional.of(KEYS.get(0)), PAGE);
        page(CommitRef.HEAD, "", Optional.of(KEYS.get(PAGE)), PAGE);

        assertThat(SERVER.calls.methods()).isEmpty();
    }

    @Test
    void ofACommitThatIsOpenShowWhatIsWrittenBetween() throws StatusException {
        SERVER.client()
                .asking()
                .startCommit(StartCommitRequest.newBuilder()
                        .setBranch(PfsMessages.branch(branch))
                        .build());
        ListingPage first = first("", PAGE);
        SERVER.preparation().writeFiles(branch, List.of("dir/1501"));

        assertThat(names(after(first, "", PAGE))).contains("dir/150", "dir/1501");
    }

    @Test
    void ofALookForAnythingAtAllWaitForNobody() {
        first("", 1);

        assertThat(SERVER.calls.methods()).isEmpty();
    }
}
