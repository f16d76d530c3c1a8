package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.TagMatch;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What {@link Committer} promises of conditions: they are decided with the commit, and one that fails leaves no commit. */
public abstract class CommitConditionsContract extends FileSystemContract {
    private static final int RACERS = 8;
    private static final int INCREMENTS = 25;
    private static final String FOREIGN_TAG = "d41d8cd98f00b204e9800998ecf8427e";

    private static final ObjectAttributes TYPED = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/x-note"), new TreeMap<>(), new TreeMap<>(), List.of());

    private static WriteCondition ifMatch(String tag) {
        return WriteCondition.tags(Optional.of(new TagMatch(false, Set.of(tag))), Optional.empty());
    }

    private static WriteCondition ifNoneMatch(String tag) {
        return WriteCondition.tags(Optional.empty(), Optional.of(new TagMatch(false, Set.of(tag))));
    }

    private static WriteCondition size(long bytes) {
        return new WriteCondition(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(bytes), Optional.empty());
    }

    private FileVersion version(BranchId branch, String key) {
        try (PinnedFile file = pinned(branch, CommitRef.HEAD, key)) {
            return file.version();
        }
    }

    @Test
    void thatHoldLetTheWriteThrough() {
        BranchId branch = newBranch();
        put(branch, "a", "0", WriteCondition.ABSENT);
        List<WriteCondition> holding = List.of(
                WriteCondition.NONE,
                WriteCondition.tags(Optional.of(TagMatch.ANY), Optional.empty()),
                ifNoneMatch(FOREIGN_TAG),
                size(1));
        for (WriteCondition condition : holding) {
            put(branch, "a", "1", condition);
        }
        put(branch, "a", "2", ifMatch(version(branch, "a").etag().value()));
        assertThat(text(branch, "a")).contains("2");
    }

    @Test
    void thatFailOnAFileLeaveItAndMakeNoCommit() {
        BranchId branch = newBranch();
        put(branch, "a", "old");
        CommitInfo before = head(branch);
        List<WriteCondition> failing = List.of(
                WriteCondition.ABSENT,
                ifMatch(FOREIGN_TAG),
                ifNoneMatch(version(branch, "a").etag().value()),
                size(4));
        for (WriteCondition condition : failing) {
            assertRefused(FailureKind.PRECONDITION_FAILED, () -> put(branch, "a", "new", condition));
        }
        assertThat(head(branch)).isEqualTo(before);
        assertThat(text(branch, "a")).contains("old");
    }

    @Test
    void thatAskForAFileFindNoneWhereThereIsNone() {
        BranchId branch = newBranch();
        put(branch, "gone", "text");
        delete(branch, "gone");
        CommitInfo before = head(branch);
        for (String key : List.of("never", "gone")) {
            assertRefused(FailureKind.NO_SUCH_KEY, () -> put(branch, key, "new", ifMatch(FOREIGN_TAG)));
            assertRefused(FailureKind.NO_SUCH_KEY, () -> put(branch, key, "new", size(4)));
        }
        assertThat(head(branch)).isEqualTo(before);
    }

    @Test
    void onAbsenceHoldAgainAfterADeletion() {
        BranchId branch = newBranch();
        put(branch, "a", "first", WriteCondition.ABSENT);
        delete(branch, "a");
        put(branch, "a", "second", WriteCondition.ABSENT);
        assertThat(text(branch, "a")).contains("second");
    }

    @Test
    void onAFileAsItWasFoundHoldWhateverOthersChanged() {
        BranchId branch = newBranch();
        put(branch, "dir/a", "text");
        FileVersion asWritten = version(branch, "dir/a");
        put(branch, "dir/before", "other");
        FileVersion found = version(branch, "dir/a");
        put(branch, "dir/b", "other");
        delete(branch, "dir/before");
        putAgain(branch, found);
        put(branch, "z", "other");
        if (has(Capability.KNOWS_WRITERS)) {
            assertRefused(FailureKind.PRECONDITION_FAILED, () -> putAgain(branch, asWritten));
        } else {
            putAgain(branch, asWritten);
        }
        assertThat(text(branch, "dir/a")).contains("text");
    }

    @Test
    void onAFileAsItWasFoundFailOnceThatChanged() {
        BranchId branch = newBranch();
        put(branch, "a", "text");
        FileVersion found = version(branch, "a");
        put(branch, "a", "next");
        CommitInfo before = head(branch);
        assertRefused(FailureKind.PRECONDITION_FAILED, () -> putAgain(branch, found));
        assertThat(head(branch)).isEqualTo(before);
        delete(branch, "a");
        assertRefused(FailureKind.NO_SUCH_KEY, () -> putAgain(branch, found));
        assertThat(text(branch, "a")).isEmpty();
    }

    @Test
    void onAFileAsItWasFoundFailForTheSameBytesWithOtherAttributes() {
        assumeTrue(has(Capability.KEEPS_ATTRIBUTES));
        BranchId branch = newBranch();
        put(branch, "a", "text");
        FileVersion found = version(branch, "a");
        put(branch, "a", utf8("text"), TYPED, WriteCondition.NONE);
        assertRefused(FailureKind.PRECONDITION_FAILED, () -> putAgain(branch, found));
        assertThat(version(branch, "a").attributes()).isEqualTo(TYPED);
    }

    @Test
    void onAFileAsItWasFoundTellTwoWritesOfTheSameApart() {
        assumeTrue(has(Capability.KNOWS_WRITERS));
        BranchId branch = newBranch();
        put(branch, "a", "same");
        FileVersion found = version(branch, "a");
        put(branch, "a", "same");
        CommitInfo before = head(branch);
        assertRefused(FailureKind.PRECONDITION_FAILED, () -> putAgain(branch, found));
        assertThat(head(branch)).isEqualTo(before);
    }

    /** Copies a file onto itself, as it was found, unless it is another by now. */
    private void putAgain(BranchId branch, FileVersion found) {
        fileSystem()
                .committer()
                .copy(
                        new FileLocation(branch, found.commit(), found.key()),
                        new FileTarget(branch, found.key(), found.attributes(), WriteCondition.unchangedSince(found)));
    }

    @Test
    void onADeletionHoldForTheNewestAndForNoOther() {
        assumeTrue(has(Capability.KNOWS_WRITERS) && has(Capability.KNOWS_DELETIONS));
        BranchId branch = newBranch();
        put(branch, "a", "first");
        CommitId older = delete(branch, "a").commit().orElseThrow();
        CommitId written = put(branch, "a", "second").commit().orElseThrow();
        for (CommitId commit : List.of(older, written)) {
            assertRefused(
                    FailureKind.PRECONDITION_FAILED, () -> put(branch, "a", "lost", WriteCondition.deletedBy(commit)));
        }
        CommitId newest = delete(branch, "a").commit().orElseThrow();
        CommitInfo before = head(branch);
        for (CommitId commit : List.of(older, written)) {
            assertRefused(
                    FailureKind.PRECONDITION_FAILED, () -> put(branch, "a", "lost", WriteCondition.deletedBy(commit)));
        }
        assertRefused(
                FailureKind.PRECONDITION_FAILED, () -> put(branch, "never", "lost", WriteCondition.deletedBy(newest)));
        assertThat(head(branch)).isEqualTo(before);
        put(branch, "a", "third", WriteCondition.deletedBy(newest));
        assertThat(text(branch, "a")).contains("third");
    }

    @Test
    void onADeletionOfManyBringBackOneCopyAtMost() throws Exception {
        assumeTrue(has(Capability.KNOWS_WRITERS) && has(Capability.KNOWS_DELETIONS));
        BranchId branch = newBranch();
        CommitId written = put(branch, "a", "old").commit().orElseThrow();
        CommitId deleted = delete(branch, "a").commit().orElseThrow();
        List<Boolean> won = race(racer -> {
            boolean copied = tryCopy(
                    new FileLocation(branch, written, key("a")),
                    new FileTarget(branch, key("a"), ObjectAttributes.NONE, WriteCondition.deletedBy(deleted)));
            // What was deleted again, by whomever, is not to come back.
            delete(branch, "a");
            return copied;
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(text(branch, "a")).isEmpty();
    }

    @Test
    void onADeletionAreDecidedForDeletionsToo() {
        assumeTrue(has(Capability.KNOWS_WRITERS) && has(Capability.KNOWS_DELETIONS));
        BranchId branch = newBranch();
        put(branch, "a", "text");
        CommitId deleted = delete(branch, "a").commit().orElseThrow();
        CommitInfo before = head(branch);
        List<Deletion> deletions = List.of(
                new Deletion(key("a"), WriteCondition.deletedBy(deleted)),
                new Deletion(key("never"), WriteCondition.deletedBy(deleted)));
        assertThat(fileSystem().committer().delete(branch, deletions).outcomes())
                .containsExactly(DeletionResult.Outcome.ABSENT, DeletionResult.Outcome.CONDITION_FAILED);
        assertThat(head(branch)).isEqualTo(before);
    }

    @Test
    void ofRacingWritersOnAbsenceExactlyOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            List<Boolean> won = race(racer -> tryPut(branch, "a", "racer " + racer, WriteCondition.ABSENT));
            assertThat(won).containsOnlyOnce(true);
            assertThat(text(branch, "a")).contains("racer " + won.indexOf(true));
            assertThat(fileSystem().reader().resolve(branch, new CommitRef(Optional.empty(), 1)))
                    .isEqualTo(before);
        }
    }

    @Test
    void onTheTagLoseNoUpdateHoweverManyWrite() throws Exception {
        BranchId branch = newBranch();
        put(branch, "count", "0");
        race(racer -> {
            for (int done = 0; done < INCREMENTS; ) {
                done += tryIncrement(branch) ? 1 : 0;
            }
            return true;
        });
        assertThat(text(branch, "count")).contains(Integer.toString(RACERS * INCREMENTS));
    }

    @Test
    void writersOfDifferentKeysAllSucceedEachWithACommit() throws Exception {
        BranchId branch = newBranch();
        CommitInfo before = head(branch);
        List<Boolean> won = race(racer -> tryPut(branch, "key-" + racer, "text", WriteCondition.ABSENT));
        assertThat(won).doesNotContain(false);
        assertThat(keys(branch)).hasSize(RACERS);
        assertThat(fileSystem().reader().resolve(branch, new CommitRef(Optional.empty(), RACERS)))
                .isEqualTo(before);
    }

    private boolean tryIncrement(BranchId branch) {
        try (PinnedFile file = pinned(branch, CommitRef.HEAD, "count")) {
            String now = new String(bytes(file, ByteRange.whole(file.version().sizeBytes())), StandardCharsets.UTF_8);
            String next = Integer.toString(Integer.parseInt(now) + 1);
            return tryPut(branch, "count", next, ifMatch(file.version().etag().value()));
        }
    }

    private boolean tryPut(BranchId branch, String key, String text, WriteCondition condition) {
        try {
            put(branch, key, text, condition);
            return true;
        } catch (GatewayFailure failure) {
            // A file system that decides under a lock of its own may also say that the lock was not to be had.
            assertThat(failure.kind()).isIn(FailureKind.PRECONDITION_FAILED, FailureKind.CONDITIONAL_CONFLICT);
            return false;
        }
    }

    private boolean tryCopy(FileLocation source, FileTarget target) {
        try {
            fileSystem().committer().copy(source, target);
            return true;
        } catch (GatewayFailure failure) {
            assertThat(failure.kind()).isIn(FailureKind.PRECONDITION_FAILED, FailureKind.CONDITIONAL_CONFLICT);
            return false;
        }
    }

    private interface Racer {
        boolean run(int number);
    }

    private static List<Boolean> race(Racer racer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            CyclicBarrier start = new CyclicBarrier(RACERS);
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                int number = i;
                runs.add(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return racer.run(number);
                });
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                results.add(run.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
