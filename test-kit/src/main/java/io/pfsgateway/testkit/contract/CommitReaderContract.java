package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CommitReader} promises: references name what is on the branch alone, and what was found stays as it was. */
public abstract class CommitReaderContract extends FileSystemContract {
    private static final CommitId UNKNOWN = new CommitId("0123456789ab4def8123456789abcdef");

    private BranchId newSibling(BranchId branch) {
        BranchId sibling = BranchId.of("sibling", branch.repo().value());
        preparation().makeBranch(sibling);
        return sibling;
    }

    private CommitInfo resolve(BranchId branch, String ref) {
        return fileSystem().reader().resolve(branch, CommitRef.parse(ref));
    }

    @Nested
    class References {
        @Test
        void countBackFromTheHeadAndFromACommit() {
            assumeTrue(has(Capability.KEEPS_HISTORY));
            BranchId branch = newBranch();
            place(branch, "a", "1");
            CommitInfo first = head(branch);
            place(branch, "a", "2");
            CommitInfo second = head(branch);
            place(branch, "a", "3");
            assertThat(resolve(branch, "HEAD^")).isEqualTo(second);
            assertThat(resolve(branch, "HEAD^^")).isEqualTo(first);
            assertThat(resolve(branch, "HEAD^2")).isEqualTo(first);
            assertThat(resolve(branch, "HEAD^0")).isEqualTo(head(branch));
            assertThat(resolve(branch, second.id().value())).isEqualTo(second);
            assertThat(resolve(branch, second.id() + "^")).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"HEAD^100", "HEAD^999999999999999999"})
        void beforeTheFirstCommitNameNothing(String ref) {
            BranchId branch = newBranch();
            place(branch, "a", "1");
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> resolve(branch, ref));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> open(branch, CommitRef.parse(ref), "a"));
        }

        @Test
        void toCommitsOfOtherBranchesNameNothing() {
            BranchId branch = newBranch();
            place(branch, "a", "1");
            BranchId other = has(Capability.LETS_BRANCHES_SHARE_REPOSITORY) ? newSibling(branch) : newBranch();
            place(other, "a", "2");
            CommitRef foreign = CommitRef.to(head(other).id());
            assertRefused(
                    FailureKind.NO_SUCH_VERSION, () -> fileSystem().reader().resolve(branch, foreign));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> open(branch, foreign, "a"));
        }

        @Test
        void toUnknownCommitsNameNothing() {
            BranchId branch = newBranch();
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> open(branch, CommitRef.to(UNKNOWN), "a"));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> resolve(branch, UNKNOWN + "^2"));
        }

        @Test
        void withoutHistoryNameTheHeadAlone() {
            assumeFalse(has(Capability.KEEPS_HISTORY));
            BranchId branch = newBranch();
            place(branch, "a", "1");
            CommitInfo first = head(branch);
            assertThat(resolve(branch, first.id().value())).isEqualTo(first);
            place(branch, "a", "longer");
            CommitInfo second = head(branch);
            assertThat(resolve(branch, second.id().value())).isEqualTo(second);
            assertRefused(
                    FailureKind.NO_SUCH_VERSION,
                    () -> resolve(branch, first.id().value()));
            assertRefused(FailureKind.NO_SUCH_VERSION, () -> open(branch, CommitRef.to(first.id()), "a"));
        }

        @Test
        void ofAMissingBranchAreRefused() {
            BranchId missing = BranchId.of("master", uniqueName());
            assertRefused(FailureKind.NO_SUCH_BUCKET, () -> head(missing));
            assertRefused(FailureKind.NO_SUCH_BUCKET, () -> open(missing, CommitRef.HEAD, "a"));
        }

        @Test
        void nameTheSameCommitsAfterAReopen() {
            assumeTrue(reopens() && has(Capability.KEEPS_HISTORY));
            BranchId branch = newBranch();
            place(branch, "a", "1");
            CommitInfo first = head(branch);
            place(branch, "a", "2");
            CommitInfo second = head(branch);
            reopen();
            assertThat(head(branch)).isEqualTo(second);
            assertThat(resolve(branch, "HEAD^")).isEqualTo(first);
            assertThat(text(branch, first.id(), "a")).contains("1");
        }
    }

    @Nested
    class Lookups {
        @Test
        void readEachCommitAsItWas() {
            assumeTrue(has(Capability.KEEPS_HISTORY));
            BranchId branch = newBranch();
            CommitId empty = head(branch).id();
            place(branch, "a", "first");
            CommitId first = head(branch).id();
            place(branch, "a", "second");
            CommitId second = head(branch).id();
            remove(branch, "a");
            assertThat(text(branch, empty, "a")).isEmpty();
            assertThat(text(branch, first, "a")).contains("first");
            assertThat(text(branch, second, "a")).contains("second");
            assertThat(text(branch, "a")).isEmpty();
        }

        @Test
        void ofWhatNeverWasFindNothing() {
            BranchId branch = newBranch();
            place(branch, "dir/a", "text");
            for (String key : List.of("b", "dir", "dir/", "dir/a/", "dir/a/b", "di")) {
                assertThat(open(branch, CommitRef.HEAD, key)).as(key).isEqualTo(new FileLookup.Absent(head(branch)));
            }
        }

        @Test
        void ofADeletedFileTellWhoDeletedIt() {
            assumeTrue(has(Capability.KNOWS_DELETIONS));
            BranchId branch = newBranch();
            place(branch, "a", "text");
            remove(branch, "a");
            CommitInfo deletion = head(branch);
            assertThat(open(branch, CommitRef.HEAD, "a")).isEqualTo(new FileLookup.Deleted(deletion, deletion));
            place(branch, "b", "later");
            assertThat(open(branch, CommitRef.HEAD, "a")).isEqualTo(new FileLookup.Deleted(head(branch), deletion));
            assertThat(open(branch, CommitRef.to(deletion.id()), "a"))
                    .isEqualTo(new FileLookup.Deleted(deletion, deletion));
        }

        @Test
        void tellSizeAndHashAndTheCommitRead() {
            BranchId branch = newBranch();
            place(branch, "a", "some text");
            place(branch, "b", "other text");
            try (PinnedFile a = pinned(branch, CommitRef.HEAD, "a");
                    PinnedFile b = pinned(branch, CommitRef.HEAD, "b")) {
                assertThat(a.commit()).isEqualTo(head(branch));
                assertThat(a.version().key()).isEqualTo(key("a"));
                assertThat(a.version().sizeBytes()).isEqualTo(9);
                assertThat(a.version().etag()).isNotEqualTo(b.version().etag());
                assertThat(a.version().etag().parts()).isEqualTo(1);
                assertThat(a.parts()).isEmpty();
            }
        }

        @Test
        void tellWhenAndByWhichCommitTheFileItselfWasWritten() {
            assumeTrue(has(Capability.KNOWS_WRITERS));
            BranchId branch = newBranch();
            place(branch, "a", "text");
            CommitInfo writer = head(branch);
            place(branch, "b", "text");
            try (PinnedFile file = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(file.version().commit()).isEqualTo(writer.id());
                assertThat(file.version().lastModified()).isEqualTo(writer.finishedAt());
                assertThat(file.commit()).isEqualTo(head(branch));
            }
        }

        @Test
        void returnEveryAttributeAsItWasGiven() {
            assumeTrue(has(Capability.KEEPS_ATTRIBUTES));
            BranchId branch = newBranch();
            ObjectAttributes attributes = new ObjectAttributes(
                    Map.of(HeaderName.CONTENT_TYPE, "text/plain; charset=utf-8", HeaderName.EXPIRES, "never"),
                    new TreeMap<>(Map.of("colour", "grün \"=\" 緑", "empty", "")),
                    new TreeMap<>(Map.of("Tag A", "ü 1", "b", "")),
                    List.of(
                            new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc="),
                            new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")));
            put(branch, "a", utf8("hello"), attributes, WriteCondition.NONE);
            CommitId first = head(branch).id();
            place(branch, "a", "without");
            try (PinnedFile before = pinned(branch, CommitRef.to(first), "a");
                    PinnedFile now = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(before.version().attributes()).isEqualTo(attributes);
                assertThat(now.version().attributes()).isEqualTo(ObjectAttributes.NONE);
            }
        }
    }

    @Nested
    class Contents {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 4096, 65_536, 65_537, 1_048_576, 3_000_001})
        void comeBackAsTheyWereWrittenAtEverySize(int size) {
            BranchId branch = newBranch();
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            preparation().writeFile(branch, key("a"), bytes);
            try (PinnedFile file = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(file.version().sizeBytes()).isEqualTo(size);
                assertThat(bytes(file, ByteRange.whole(size))).isEqualTo(bytes);
            }
        }

        @Test
        void comeInAnyStretch() {
            BranchId branch = newBranch();
            byte[] bytes = new byte[300_000];
            Random random = new Random(7);
            random.nextBytes(bytes);
            preparation().writeFile(branch, key("a"), bytes);
            try (PinnedFile file = pinned(branch, CommitRef.HEAD, "a")) {
                for (int i = 0; i < 50; i++) {
                    int start = random.nextInt(bytes.length);
                    int length = random.nextInt(bytes.length - start + 1);
                    assertThat(bytes(file, new ByteRange(start, length)))
                            .as("%d bytes from %d", length, start)
                            .isEqualTo(Arrays.copyOfRange(bytes, start, start + length));
                }
                assertThat(bytes(file, new ByteRange(bytes.length, 0))).isEmpty();
            }
        }

        @Test
        void areSentAsTheyAreRead() throws Exception {
            BranchId branch = newBranch();
            byte[] bytes = new byte[300_000];
            new Random(11).nextBytes(bytes);
            preparation().writeFile(branch, key("a"), bytes);
            place(branch, "small", "some text");
            try (PinnedFile large = pinned(branch, CommitRef.HEAD, "a");
                    PinnedFile small = pinned(branch, CommitRef.HEAD, "small")) {
                assertThat(SentContent.of(large, new ByteRange(1_000, 250_000)))
                        .isEqualTo(Arrays.copyOfRange(bytes, 1_000, 251_000));
                assertThat(SentContent.of(small, new ByteRange(2, 4))).isEqualTo(utf8("me t"));
            }
        }

        @Test
        void stayReadableWhileTheFileIsPinned() {
            BranchId branch = newBranch();
            byte[] bytes = new byte[500_000];
            new Random(3).nextBytes(bytes);
            preparation().writeFile(branch, key("a"), bytes);
            try (PinnedFile file = pinned(branch, CommitRef.HEAD, "a")) {
                FileVersion before = file.version();
                place(branch, "a", "other");
                remove(branch, "a");
                if (has(Capability.LETS_PINS_OUTLIVE_BRANCHES)) {
                    preparation().removeBranch(branch);
                }
                assertThat(file.version()).isEqualTo(before);
                assertThat(bytes(file, ByteRange.whole(bytes.length))).isEqualTo(bytes);
            }
        }

        @Test
        void mayBeLeftHalfReadAndClosedTwice() throws Exception {
            BranchId branch = newBranch();
            place(branch, "a", "some text");
            PinnedFile file = pinned(branch, CommitRef.HEAD, "a");
            try (var content = file.content(ByteRange.whole(9))) {
                assertThat(content.read()).isEqualTo('s');
            }
            file.close();
            file.close();
            assertThat(text(branch, "a")).contains("some text");
        }
    }
}
