package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
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
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link Committer} promises of files that are made of bytes it has: copies of files, and assemblies of staged contents. */
public abstract class CommitReuseContract extends FileSystemContract {
    private static final ObjectAttributes TYPED = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/x-copy"), new TreeMap<>(), new TreeMap<>(), List.of());

    private Committer committer() {
        return fileSystem().committer();
    }

    private static FileTarget target(BranchId branch, String key, WriteCondition condition) {
        return new FileTarget(branch, key(key), ObjectAttributes.NONE, condition);
    }

    private static FileTarget target(BranchId branch, String key) {
        return target(branch, key, WriteCondition.NONE);
    }

    private FileLocation location(BranchId branch, String key) {
        return new FileLocation(branch, head(branch).id(), key(key));
    }

    private CommitInfo beforeHead(BranchId branch) {
        return fileSystem().reader().resolve(branch, new CommitRef(Optional.empty(), 1));
    }

    @Nested
    class Copies {
        @Test
        void areOneCommitAndLeaveTheSource() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            CommitInfo before = head(branch);
            CommittedFile copy = committer().copy(location(branch, "a"), target(branch, "b"));
            assertThat(beforeHead(branch)).isEqualTo(before);
            assertThat(copy.version().key()).isEqualTo(key("b"));
            assertThat(copy.version().sizeBytes()).isEqualTo(4);
            assertThat(text(branch, "a")).contains("text");
            assertThat(text(branch, "b")).contains("text");
        }

        @Test
        void haveTheSourcesHashAndTheirOwnAttributes() {
            assumeTrue(has(Capability.KEEPS_ATTRIBUTES));
            BranchId branch = newBranch();
            CommittedFile source = put(branch, "a", "text");
            committer().copy(location(branch, "a"), new FileTarget(branch, key("b"), TYPED, WriteCondition.NONE));
            try (PinnedFile copy = pinned(branch, CommitRef.HEAD, "b")) {
                assertThat(copy.version().etag().hash())
                        .isEqualTo(source.version().etag().hash());
                assertThat(copy.version().attributes()).isEqualTo(TYPED);
            }
        }

        @Test
        void readTheCommitThatWasNamedAndNoOther() {
            BranchId branch = newBranch();
            put(branch, "a", "old");
            FileLocation old = location(branch, "a");
            put(branch, "a", "new");
            committer().copy(old, target(branch, "b"));
            assertThat(text(branch, "b")).contains("old");
            delete(branch, "a");
            committer().copy(old, target(branch, "a"));
            assertThat(text(branch, "a")).contains("old");
        }

        @Test
        void crossBranchesAndOutliveTheSource() {
            BranchId from = newBranch();
            BranchId to = newBranch();
            put(from, "a", "text");
            committer().copy(location(from, "a"), target(to, "b"));
            fileSystem().branches().delete(from);
            assertThat(text(to, "b")).contains("text");
        }

        @Test
        void overwriteAndKeepTheOldVersionReadable() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            put(branch, "b", "before");
            CommitId before = head(branch).id();
            committer().copy(location(branch, "a"), target(branch, "b"));
            assertThat(text(branch, "b")).contains("text");
            assertThat(text(branch, before, "b")).contains("before");
        }

        @Test
        void ofWhatIsNotThereAreRefused() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            CommitInfo before = head(branch);
            BranchId missing = BranchId.of("master", uniqueName());
            List<FileLocation> sources = List.of(
                    location(branch, "b"),
                    new FileLocation(branch, new CommitId("0123456789ab4def8123456789abcdef"), key("a")),
                    new FileLocation(missing, before.id(), key("a")));
            for (FileLocation source : sources) {
                assertRefused(FailureKind.NO_SUCH_VERSION, () -> committer().copy(source, target(branch, "c")));
            }
            assertRefused(
                    FailureKind.NO_SUCH_BUCKET, () -> committer().copy(location(branch, "a"), target(missing, "c")));
            assertThat(head(branch)).isEqualTo(before);
        }

        @Test
        void decideTheirConditionOnTheTarget() {
            BranchId branch = newBranch();
            put(branch, "a", "text");
            committer().copy(location(branch, "a"), target(branch, "b", WriteCondition.ABSENT));
            CommitInfo before = head(branch);
            assertRefused(
                    FailureKind.PRECONDITION_FAILED,
                    () -> committer().copy(location(branch, "a"), target(branch, "b", WriteCondition.ABSENT)));
            assertThat(head(branch)).isEqualTo(before);
        }
    }

    @Nested
    class Assemblies {
        private final String token = uniqueName();

        private List<PartSource> parts(String... texts) {
            return Stream.of(texts)
                    .map(text -> new PartSource(stage(token, text).id(), Optional.empty()))
                    .toList();
        }

        private void release(List<PartSource> parts) {
            fileSystem()
                    .staging()
                    .release(parts.stream().map(PartSource::content).toList());
        }

        @Test
        void areOneCommitOfTheirPartsInOrder() {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            CommittedFile file = committer().assemble(token, parts("one,", "two,", "three"), target(branch, "a"));
            assertThat(beforeHead(branch)).isEqualTo(before);
            assertThat(text(branch, "a")).contains("one,two,three");
            assertThat(file.version().sizeBytes()).isEqualTo(13);
        }

        @Test
        void tellThePartsThatTheyWereMadeOf() {
            BranchId branch = newBranch();
            CommittedFile file = committer().assemble(token, parts("one,", "two,", "three"), target(branch, "a"));
            try (PinnedFile read = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(read.version().etag()).isEqualTo(file.version().etag());
                assertThat(read.version().etag().parts()).isEqualTo(3);
                assertThat(read.parts()).extracting(FilePart::sizeBytes).containsExactly(4L, 4L, 5L);
                assertThat(bytes(read, new ByteRange(3, 6))).isEqualTo(utf8(",two,t"));
            }
        }

        @Test
        void areSentAsTheyAreRead() throws Exception {
            BranchId branch = newBranch();
            List<String> texts = List.of("one".repeat(50_000), "two,", "three".repeat(40_000));
            committer().assemble(token, parts(texts.toArray(String[]::new)), target(branch, "a"));
            byte[] whole = utf8(String.join("", texts));
            try (PinnedFile read = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(SentContent.of(read, new ByteRange(70_000, whole.length - 80_000)))
                        .isEqualTo(Arrays.copyOfRange(whole, 70_000, whole.length - 10_000));
            }
        }

        @Test
        void keepTheChecksumsOfTheirParts() {
            BranchId branch = newBranch();
            ContentChecksum checksum = new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==");
            List<PartSource> parts = List.of(
                    new PartSource(stage(token, "hello").id(), Optional.of(checksum)),
                    new PartSource(stage(token, "there").id(), Optional.empty()));
            committer().assemble(token, parts, target(branch, "a"));
            try (PinnedFile read = pinned(branch, CommitRef.HEAD, "a")) {
                assertThat(read.parts())
                        .containsExactly(new FilePart(5, Optional.of(checksum)), new FilePart(5, Optional.empty()));
            }
        }

        @Test
        void areFoundByTheirTokenAndKey() {
            BranchId branch = newBranch();
            assertThat(committer().assembled(branch, key("a"), token)).isEmpty();
            CommittedFile file = committer().assemble(token, parts("one"), target(branch, "a"));
            put(branch, "a", "overwritten");
            assertThat(committer().assembled(branch, key("a"), token)).contains(file);
            assertThat(committer().assembled(branch, key("b"), token)).isEmpty();
            assertThat(committer().assembled(branch, key("a"), token + "x")).isEmpty();
            assertThat(committer().assembled(newBranch(), key("a"), token)).isEmpty();
            assertThat(committer().assembled(BranchId.of("master", uniqueName()), key("a"), token))
                    .isEmpty();
        }

        @Test
        void mayTakeOnePartOrTheSameOneTwice() {
            BranchId branch = newBranch();
            List<PartSource> one = parts("again,");
            committer().assemble(token, one, target(branch, "a"));
            committer().assemble(uniqueName(), List.of(one.get(0), one.get(0)), target(branch, "b"));
            assertThat(text(branch, "a")).contains("again,");
            assertThat(text(branch, "b")).contains("again,again,");
        }

        @Test
        void repeatedWithTheirTokenAnswerTheFirstCommitAndMakeNone() {
            BranchId branch = newBranch();
            List<PartSource> parts = parts("one,", "two");
            CommittedFile first = committer().assemble(token, parts, target(branch, "a"));
            assertThat(committer().assemble(token, parts, target(branch, "a"))).isEqualTo(first);
            put(branch, "a", "overwritten");
            release(parts);
            CommitInfo before = head(branch);
            CommittedFile again = committer().assemble(token, parts, target(branch, "a", WriteCondition.ABSENT));
            assertThat(again).isEqualTo(first);
            assertThat(head(branch)).isEqualTo(before);
            assertThat(text(branch, "a")).contains("overwritten");
        }

        @Test
        void thatRaceForOneTokenAreOneCommitAndAnsweredAlike() throws Exception {
            BranchId branch = newBranch();
            CommitInfo before = head(branch);
            List<PartSource> parts = parts("one,", "two");
            int callers = 4;
            CyclicBarrier start = new CyclicBarrier(callers);
            ExecutorService threads = Executors.newFixedThreadPool(callers);
            try {
                List<Future<CommittedFile>> answers = new ArrayList<>();
                for (int caller = 0; caller < callers; caller++) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        CommittedFile file = committer().assemble(token, parts, target(branch, "a"));
                        release(parts);
                        return file;
                    }));
                }
                Set<CommittedFile> told = new HashSet<>();
                for (Future<CommittedFile> answer : answers) {
                    told.add(answer.get());
                }
                assertThat(told).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(beforeHead(branch)).isEqualTo(before);
            assertThat(text(branch, "a")).contains("one,two");
        }

        @Test
        void areAnsweredAgainAfterAReopen() {
            assumeTrue(reopens());
            BranchId branch = newBranch();
            List<PartSource> parts = parts("one,", "two");
            CommittedFile first = committer().assemble(token, parts, target(branch, "a"));
            reopen();
            assertThat(committer().assemble(token, parts, target(branch, "a"))).isEqualTo(first);
            assertThat(text(branch, "a")).contains("one,two");
        }

        @Test
        void leaveThePartsUntilTheyAreReleasedAndNeedThemNoMoreThen() {
            BranchId branch = newBranch();
            List<PartSource> parts = parts("one,", "two");
            committer().assemble(token, parts, target(branch, "a"));
            assertThat(fileSystem().staging().find(parts.get(0).content())).isPresent();
            release(parts);
            assertThat(fileSystem().staging().find(parts.get(0).content())).isEmpty();
            assertThat(text(branch, "a")).contains("one,two");
        }

        @Test
        void ofAPartThatIsNotThereAreRefused() {
            BranchId branch = newBranch();
            List<PartSource> parts = parts("one,", "two");
            release(parts.subList(1, 2));
            CommitInfo before = head(branch);
            assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> committer().assemble(token, parts, target(branch, "a")));
            assertThat(head(branch)).isEqualTo(before);
            assertThat(fileSystem().staging().find(parts.get(0).content())).isPresent();
        }

        @Test
        void thatWereRefusedMayBeTriedAgain() {
            BranchId branch = newBranch();
            put(branch, "a", "there");
            List<PartSource> parts = parts("one,", "two");
            assertRefused(
                    FailureKind.PRECONDITION_FAILED,
                    () -> committer().assemble(token, parts, target(branch, "a", WriteCondition.ABSENT)));
            delete(branch, "a");
            committer().assemble(token, parts, target(branch, "a", WriteCondition.ABSENT));
            assertThat(text(branch, "a")).contains("one,two");
        }

        @Test
        void intoAMissingBranchAreRefused() {
            BranchId missing = BranchId.of("master", uniqueName());
            assertRefused(
                    FailureKind.NO_SUCH_BUCKET, () -> committer().assemble(token, parts("one"), target(missing, "a")));
        }
    }
}
