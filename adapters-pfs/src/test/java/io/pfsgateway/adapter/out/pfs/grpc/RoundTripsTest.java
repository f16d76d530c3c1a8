package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.testkit.fake.InMemoryBranchLocks;
import io.pfsgateway.testkit.fake.InMemoryFileAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a request waits for the server. Each starts as its use case does, with a look for the branch where that looks. */
class RoundTripsTest {
    @RegisterExtension
    static final PachdServer SERVER = new PachdServer();

    private static final ObjectKey KEY = new ObjectKey("dir/sub/key");

    private final BranchId branch = BranchId.of("master", PachdServer.uniqueName());
    private final FileSystem files = SERVER.ports();

    @BeforeEach
    void makeBranch() {
        files.branches().create(branch);
        put(new ObjectKey("dir/other"));
        SERVER.trips.take();
    }

    private void put(ObjectKey key) {
        put(files, key);
    }

    private void put(FileSystem through, ObjectKey key) {
        try (PendingFile file = through.committer().begin(branch, key, OptionalLong.of(1))) {
            file.write(new byte[] {1}, 0, 1);
            file.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
        }
    }

    @Test
    void aPutWaitsFourTimes() {
        assertThat(tripsOfAPut(files)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void theFirstPutToABranchThatAnotherMadeAsksForItBeforeItReadsTheBody() {
        FileSystem other =
                SERVER.ports(new InMemoryFileAttributes(Clock.systemUTC()).roles(), new InMemoryBranchLocks());
        List<String> first = tripsOfAPut(other);
        assertThat(first).startsWith("InspectRepo").hasSizeLessThanOrEqualTo(5);
        assertThat(tripsOfAPut(other)).hasSizeLessThanOrEqualTo(4).doesNotContain("InspectRepo");
    }

    @Test
    void theFirstPutToABranchThatWasMadeHereWaitsFourTimes() {
        BranchId made = BranchId.of("master", PachdServer.uniqueName());
        files.branches().create(made);
        SERVER.trips.take();
        assertThat(files.branches().isExpected(made)).isTrue();
        assertThat(SERVER.trips.take()).isEmpty();
    }

    @Test
    void aBranchThatWasDeletedHereIsAskedForAgain() {
        files.branches().delete(branch);
        assertIsAskedFor();
    }

    @Test
    void aBranchThatWasFoundGoneIsAskedForAgain() {
        SERVER.preparation().deleteRepo(branch);
        assertThat(files.branches().find(branch)).isEmpty();
        assertIsAskedFor();
    }

    @Test
    void aBranchThatAWriteFoundGoneIsAskedForAgain() {
        SERVER.preparation().deleteRepo(branch);
        assertThat(files.branches().isExpected(branch)).isTrue();
        assertFindsNoBucket(() -> put(KEY));
        assertIsAskedFor();
    }

    @Test
    void aBranchThatADeletionFoundGoneIsAskedForAgain() {
        SERVER.preparation().deleteRepo(branch);
        assertFindsNoBucket(() -> files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE))));
        assertIsAskedFor();
    }

    /** A server may refuse the stream before its end, or the look that comes behind it. */
    @Test
    void aBranchThatAWriteFindsGoneBeforeItsEndIsAskedForAgain() {
        try (PendingFile file = files.committer().begin(branch, KEY, OptionalLong.empty())) {
            SERVER.preparation().deleteRepo(branch);
            file.write(new byte[] {1}, 0, 1);
            assertFindsNoBucket(() -> file.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty()));
        }
        assertIsAskedFor();
    }

    private static void assertFindsNoBucket(ThrowingCallable call) {
        assertThatExceptionOfType(BucketFailure.class)
                .isThrownBy(call)
                .returns(FailureKind.NO_SUCH_BUCKET, BucketFailure::kind);
    }

    private void assertIsAskedFor() {
        SERVER.trips.take();
        assertThat(files.branches().isExpected(branch)).isFalse();
        assertThat(SERVER.trips.take()).containsExactly("InspectRepo");
    }

    private List<String> tripsOfAPut(FileSystem through) {
        SERVER.trips.take();
        assertThat(through.branches().isExpected(branch)).isTrue();
        put(through, KEY);
        return SERVER.trips.take();
    }

    @Test
    void aHeadWaitsOnceAndAGetTwice() throws IOException {
        put(KEY);
        SERVER.trips.take();
        try (var file = ((FileLookup.Found) files.reader().open(branch, CommitRef.HEAD, KEY)).file()) {
            assertThat(SERVER.trips.take()).containsExactly("InspectFile");
            try (InputStream content = file.content(ByteRange.whole(1))) {
                assertThat(content.readAllBytes()).hasSize(1);
            }
        }
        assertThat(SERVER.trips.take()).containsExactly("GetFile");
    }

    @Test
    void anOldVersionIsProvedToBeOfItsBranchOnce() {
        put(KEY);
        CommitRef old = CommitRef.to(files.reader()
                .resolve(branch, new CommitRef(Optional.empty(), 1))
                .id());
        put(KEY);
        SERVER.trips.take();
        for (List<String> trips : List.of(List.of("ListCommit", "InspectFile"), List.of("InspectFile"))) {
            assertThat(files.reader().open(branch, old, new ObjectKey("dir/other")))
                    .isInstanceOf(FileLookup.Found.class);
            assertThat(SERVER.trips.take()).isEqualTo(trips);
        }
    }

    @Test
    void theNewestVersionsOfAKeyTakeOneSearchAndALookAtEach() {
        put(KEY);
        files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE)));
        SERVER.trips.take();
        assertThat(files.history().newest(branch, KEY, 2)).hasSize(2);
        assertThat(SERVER.trips.take()).containsExactly("ListCommit", "FindCommits", "InspectFile", "InspectFile");
    }

    @Test
    void aDeletionWaitsThreeTimes() {
        put(KEY);
        SERVER.trips.take();
        files.committer().delete(branch, List.of(new Deletion(KEY, WriteCondition.NONE)));
        assertThat(SERVER.trips.take()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aPageWaitsOnceWhateverPageItIs() {
        for (String key : List.of("dir/a", "dir/b", "dir/sub/c", "dir/sub/d", "e")) {
            put(new ObjectKey(key));
        }
        for (Optional<String> delimiter : List.of(Optional.<String>empty(), Optional.of("/"))) {
            SERVER.trips.take();
            ListingPage first = page(CommitRef.HEAD, delimiter, Optional.empty());
            assertThat(SERVER.trips.take()).hasSize(1);
            ListingPage second = page(
                    CommitRef.to(first.commit().id()),
                    delimiter,
                    Optional.of(first.entries().get(0).name()));
            assertThat(second.entries()).isNotEmpty();
            assertThat(SERVER.trips.take()).hasSize(1);
        }
    }

    @Test
    void aPageWaitsOnceWhereMoreComesBehindWhatIsAskedFor() {
        for (String key : List.of("dir/a", "dir/b", "dir/c")) {
            put(new ObjectKey(key));
        }
        for (Optional<String> delimiter : List.of(Optional.<String>empty(), Optional.of("/"))) {
            SERVER.trips.take();
            ListingQuery query = new ListingQuery(branch, CommitRef.HEAD, "dir/a", delimiter, Optional.empty(), 1);
            assertThat(files.lister().list(query).entries()).hasSize(1);
            assertThat(SERVER.trips.take()).hasSize(1);
        }
    }

    private ListingPage page(CommitRef commit, Optional<String> delimiter, Optional<String> after) {
        return files.lister().list(new ListingQuery(branch, commit, "", delimiter, after, 1));
    }
}
