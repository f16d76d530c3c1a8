package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.DeletionResult.Outcome;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link Committer} promises of writes and deletions: each is one commit wholly or no commit at all. Conditions are in
 * {@link CommitConditionsContract}, copies and assemblies in {@link CommitReuseContract}.
 */
public abstract class CommitterContract extends FileSystemContract {
    /** Of more directories than anybody looks at together. */
    private static final int DEEP = 100;

    /** The SHA-256 of {@code hello}. */
    private static final ContentHash SHA256_OF_HELLO =
            new ContentHash("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    private Committer committer() {
        return fileSystem().committer();
    }

    /** The commit just before the head, which tells that a change made one commit and no more. */
    private CommitInfo beforeHead(BranchId branch) {
        return fileSystem().reader().resolve(branch, new CommitRef(Optional.empty(), 1));
    }

    static List<String> oddKeys() {
        return OddKeys.ALL;
    }

    @Nested
    class Puts {
        @Test
        void eachMakeOneCommitOnTheHead() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            CommittedFile committed = put(branch, "a", "text");
            assertThat(beforeHead(branch)).isEqualTo(before);
            assertThat(committed.version().sizeBytes()).isEqualTo(4);
            assertThat(text(branch, "a")).contains("text");
            try (PinnedFile file = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(file.version().etag()).isEqualTo(committed.version().etag());
            }
        }

        @Test
        void tellTheCommitThatTheyMade() {
            assumeTrue(has(Capability.KNOWS_WRITERS));
            BranchId branch = newBranch();
            CommittedFile committed = put(branch, "a", "text");
            assertThat(committed.commit()).contains(head(branch).id());
            assertThat(committed.version().commit()).isEqualTo(head(branch).id());
            assertThat(committed.version().lastModified())
                    .isEqualTo(head(branch).finishedAt());
        }

        @Test
        void ofTheSameBytesMakeACommitToo() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            CommitInfo before = head(branch);
            put(branch, "a", "text");
            assertThat(beforeHead(branch)).isEqualTo(before);
        }

        @Test
        void showNothingBeforeTheirCommit() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            try (PendingFile pending = committer().begin(branch, key("a"), OptionalLong.empty())) {
                pending.write(utf8("text"), 0, 4);
                assertThat(head(branch)).isEqualTo(before);
                assertThat(keys(branch)).isEmpty();
            }
        }

        @Test
        void thatAreAbandonedLeaveNothing() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            PendingFile pending = committer().begin(branch, key("a"), OptionalLong.of(1_000_000));
            pending.write(new byte[200_000], 0, 200_000);
            pending.close();
            pending.close();
            assertThat(head(branch)).isEqualTo(before);
            assertThat(keys(branch)).isEmpty();
        }

        @Test
        void takeStretchesOfAnArrayThatIsUsedAgain() {
            BranchId branch = newBranch();
            byte[] buffer = utf8("..one..");
            try (PendingFile pending = committer().begin(branch, key("a"), OptionalLong.empty())) {
                pending.write(buffer, 2, 3);
                System.arraycopy(utf8("..two.."), 0, buffer, 0, 7);
                pending.write(buffer, 2, 3);
                pending.write(buffer, 0, 0);
                pending.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
            }
            assertThat(text(branch, "a")).contains("onetwo");
        }

        @Test
        void ofOtherBytesThanAnnouncedMakeNoCommit() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            try (PendingFile pending = committer().begin(branch, key("a"), OptionalLong.of(5))) {
                pending.write(utf8("hullo"), 0, 5);
                assertRefused(
                        FailureKind.CONTENT_HASH_MISMATCH,
                        () -> pending.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.of(SHA256_OF_HELLO)));
            }
            assertThat(head(branch)).isEqualTo(before);
        }

        @Test
        void ofTheBytesAnnouncedAreTaken() {
            BranchId branch = newBranch();
            try (PendingFile pending = committer().begin(branch, key("a"), OptionalLong.of(5))) {
                pending.write(utf8("hello"), 0, 5);
                pending.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.of(SHA256_OF_HELLO));
            }
            assertThat(text(branch, "a")).contains("hello");
        }

        @Test
        void intoAMissingBranchAreRefused() {
            BranchId missing = BranchId.of("master", uniqueName());
            assertRefused(FailureKind.NO_SUCH_BUCKET, () -> put(missing, "a", "text"));
            assertThat(fileSystem().branches().find(missing)).isEmpty();
        }

        @Test
        void intoABranchThatHasGoneMeanwhileAreRefused() {
            BranchId branch = newBranch();
            try (PendingFile pending = committer().begin(branch, key("a"), OptionalLong.empty())) {
                fileSystem().branches().delete(branch);
                assertRefused(
                        FailureKind.NO_SUCH_BUCKET,
                        () -> pending.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty()));
            }
            assertThat(fileSystem().branches().find(branch)).isEmpty();
        }

        @Test
        void areThereAfterAReopen() {
            assumeTrue(reopens());
            BranchId branch = newBranch();
            put(branch, "a", "text");
            PendingFile abandoned = committer().begin(branch, key("b"), OptionalLong.empty());
            abandoned.write(utf8("text"), 0, 4);
            abandoned.close();
            reopen();
            assertThat(keys(branch)).containsExactly("a");
            assertThat(text(branch, "a")).contains("text");
        }
    }

    @Nested
    class Keys {
        @ParameterizedTest
        @MethodSource("io.pfsgateway.testkit.contract.CommitterContract#oddKeys")
        void meanThemselves(String key) {
            assumeTrue(OddKeys.canBeHeld(key, CommitterContract.this));
            BranchId branch = newBranch();
            put(branch, key, "text");
            assertThat(keys(branch)).containsExactly(key);
            assertThat(text(branch, key)).contains("text");
            assertThat(delete(branch, key).outcomes()).containsExactly(Outcome.DELETED);
            assertThat(keys(branch)).isEmpty();
        }

        @Test
        void thatDifferInWhatLooksTheSameAreDifferentFiles() {
            assumeTrue(has(Capability.HOLDS_EVERY_KEY));
            BranchId branch = newBranch();
            List<String> odd = OddKeys.ALL.stream()
                    .filter(key -> OddKeys.canBeHeld(key, CommitterContract.this))
                    .toList();
            odd.forEach(key -> put(branch, key, key));
            assertThat(keys(branch)).hasSameSizeAs(odd);
            odd.forEach(key -> assertThat(text(branch, key)).contains(key));
        }

        @Test
        void mayBeFileAndDirectoryAtOnce() {
            assumeTrue(has(Capability.LETS_FILE_BESIDE_DIRECTORY));
            BranchId branch = newBranch();
            put(branch, "a", "file");
            put(branch, "a/b", "below");
            put(branch, "a/", "marker");
            assertThat(keys(branch)).containsExactly("a", "a/", "a/b");
            delete(branch, "a/");
            assertThat(keys(branch)).containsExactly("a", "a/b");
            delete(branch, "a");
            assertThat(text(branch, "a/b")).contains("below");
        }

        @Test
        void ofAFileWhereADirectoryIsAreRefusedOtherwise() {
            assumeFalse(has(Capability.LETS_FILE_BESIDE_DIRECTORY));
            BranchId branch = newBranch();
            put(branch, "a/b", "below");
            CommitInfo before = head(branch);
            assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, "a", "file"));
            assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, "a/b/c", "deeper"));
            assertThat(head(branch)).isEqualTo(before);
            assertThat(text(branch, "a/b")).contains("below");
        }

        @Test
        void ofAFileWhereADeepDirectoryIsAreRefusedOtherwise() {
            assumeFalse(has(Capability.LETS_FILE_BESIDE_DIRECTORY));
            BranchId branch = newBranch();
            String deep = "d/".repeat(DEEP) + "d";
            put(branch, deep + "/file", "below");
            CommitInfo before = head(branch);
            assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, deep, "file"));
            assertRefused(FailureKind.PATH_COLLISION, () -> put(branch, deep + "/file/below", "deeper"));
            assertThat(head(branch)).isEqualTo(before);
            assertThat(text(branch, deep + "/file")).contains("below");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a//b", "/a", "a/../b", "."})
        void thatCannotBeHeldAreRefusedBeforeAnyByte(String key) {
            assumeFalse(has(Capability.HOLDS_EVERY_KEY));
            BranchId branch = newBranch();
            assertRefused(
                    FailureKind.KEY_NOT_REPRESENTABLE,
                    () -> committer()
                            .begin(branch, key(key), OptionalLong.empty())
                            .close());
        }
    }

    @Nested
    class Deletions {
        @Test
        void ofManyFilesAreOneCommit() {
            BranchId branch = newBranch();
            for (String key : List.of("a", "b", "c", "dir/d", "kept")) {
                put(branch, key, key);
            }
            CommitInfo before = head(branch);
            DeletionResult result = delete(branch, "c", "missing", "a", "dir/d", "b");
            assertThat(result.outcomes())
                    .containsExactly(
                            Outcome.DELETED, Outcome.ABSENT, Outcome.DELETED, Outcome.DELETED, Outcome.DELETED);
            assertThat(beforeHead(branch)).isEqualTo(before);
            assertThat(keys(branch)).containsExactly("kept");
            assertThat(text(branch, before.id(), "dir/d")).contains("dir/d");
        }

        @Test
        void tellTheCommitThatTheyMade() {
            assumeTrue(has(Capability.KNOWS_WRITERS));
            BranchId branch = newBranch();
            put(branch, "a", "text");
            assertThat(delete(branch, "a").commit()).contains(head(branch).id());
        }

        @Test
        void ofWhatIsNotThereMakeNoCommit() {
            BranchId branch = newBranch();
            put(branch, "dir/a", "text");
            CommitInfo before = head(branch);
            DeletionResult result = delete(branch, "a", "dir", "dir/", "dir/a/b");
            assertThat(result.outcomes()).hasSize(4).containsOnly(Outcome.ABSENT);
            assertThat(result.commit()).isEmpty();
            assertThat(head(branch)).isEqualTo(before);
            assertThat(keys(branch)).containsExactly("dir/a");
        }

        @Test
        void ofNothingMakeNoCommit() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            DeletionResult result = delete(branch);
            assertThat(result.outcomes()).isEmpty();
            assertThat(result.commit()).isEmpty();
            assertThat(head(branch)).isEqualTo(before);
        }

        @Test
        void goOnWhereAConditionFails() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            put(branch, "b", "text");
            CommitId before = head(branch).id();
            WriteCondition otherSize = new WriteCondition(
                    Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(99), Optional.empty());
            DeletionResult result = committer()
                    .delete(
                            branch,
                            List.of(
                                    new Deletion(key("a"), otherSize),
                                    new Deletion(key("b"), WriteCondition.NONE),
                                    new Deletion(key("c"), otherSize)));
            assertThat(result.outcomes()).containsExactly(Outcome.CONDITION_FAILED, Outcome.DELETED, Outcome.NO_OBJECT);
            assertThat(keys(branch)).containsExactly("a");
            assertThat(beforeHead(branch).id()).isEqualTo(before);
        }

        @Test
        void inAMissingBranchAreRefused() {
            BranchId missing = BranchId.of("master", uniqueName());
            assertRefused(FailureKind.NO_SUCH_BUCKET, () -> delete(missing, "a"));
            assertRefused(FailureKind.NO_SUCH_BUCKET, () -> delete(missing));
        }
    }
}
