package io.pfsgateway.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileAttributeBookkeeping;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeStore;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link FileAttributeStore} promises; {@link FileAttributeRemovalContract} has how it goes. The store may be shared with
 * other tests, so that each uses a repository of its own.
 */
public abstract class FileAttributeContract {
    static final ObjectKey KEY = new ObjectKey("dir/a");
    static final ContentHash HASH = new ContentHash("ab".repeat(32));
    static final ContentHash OTHER_HASH = new ContentHash("cd".repeat(32));
    static final ContentHash SHA256 = new ContentHash("ef".repeat(32));
    static final long SIZE = 7;
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678901234Z");

    final BranchId branch = BranchId.of("master", "r" + UUID.randomUUID());
    final List<CommitInfo> commits =
            IntStream.range(0, 8).mapToObj(FileAttributeContract::commit).toList();

    /** The store under test. */
    protected abstract FileAttributeBookkeeping bookkeeping();

    final FileAttributeStore store() {
        return bookkeeping().store();
    }

    static CommitInfo commit(int second) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new CommitInfo(new CommitId(id), START.plusSeconds(second));
    }

    static FileDescription typed(String contentType) {
        return FileDescription.ofOnePiece(new ObjectAttributes(
                Map.of(HeaderName.CONTENT_TYPE, contentType), new TreeMap<>(), new TreeMap<>(), List.of()));
    }

    static AnnouncedFile file(BranchId branch, ObjectKey key, FileDescription description) {
        return new AnnouncedFile(branch, key, ExpectedContent.written(SIZE, SHA256), description, Optional.empty());
    }

    final AnnouncementId announced(AnnouncedFile file) {
        AnnouncementId id = AnnouncementId.next();
        store().announce(id, file, Optional.of(commits.get(0).id()));
        return id;
    }

    final void written(AnnouncedFile file, CommitInfo commit) {
        assertThat(store().confirm(announced(file), HASH, commit)).isTrue();
    }

    static FileState at(CommitInfo commit) {
        return new FileState(KEY, HASH, SIZE, commit);
    }

    static Optional<FileDescription> described(FileAttributeLookup lookup) {
        return lookup.confirmed().map(ConfirmedFile::file).map(AnnouncedFile::description);
    }

    final Optional<FileDescription> describedAt(int commit) {
        return described(store().find(branch, at(commits.get(commit))));
    }

    @Nested
    class AFile {
        @Test
        void hasNothingUntilItIsAnnounced() {
            assertThat(store().find(branch, at(commits.get(0)))).isEqualTo(FileAttributeLookup.NOTHING);
        }

        @Test
        void hasAllThatWasAnnouncedOnceItIsConfirmed() {
            TreeMap<String, String> odd =
                    new TreeMap<>(Map.of("n\u00e4me", "v\u00e4lue \u65e5\ud83d\ude00", "empty", ""));
            ObjectAttributes attributes = new ObjectAttributes(
                    Map.of(HeaderName.CONTENT_TYPE, "text/plain; charset=utf-8"),
                    odd,
                    odd,
                    List.of(
                            new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc="),
                            new ContentChecksum(ChecksumAlgorithm.SHA1, "qvTGHdzF6KLavt4PO0gs2a6pQ00=")));
            AnnouncedFile file = file(branch, KEY, FileDescription.ofOnePiece(attributes));
            written(file, commits.get(1));

            FileAttributeLookup found = store().find(branch, at(commits.get(2)));
            assertThat(found.announced()).isEmpty();
            assertThat(found.confirmed()).contains(new ConfirmedFile(file, HASH, commits.get(1)));
        }

        @Test
        void hasAsManyPartsAsThereCanBe() {
            ContentChecksum checksum = ContentChecksum.of(ChecksumAlgorithm.SHA256, SHA256.bytes());
            List<FilePart> parts = IntStream.range(0, 10_000)
                    .mapToObj(i -> new FilePart((5L << 40) - i, i % 3 == 0 ? Optional.empty() : Optional.of(checksum)))
                    .toList();
            FileDescription description = FileDescription.assembled(ObjectAttributes.NONE, parts);
            written(file(branch, KEY, description), commits.get(1));

            assertThat(describedAt(1)).contains(description);
        }

        @Test
        void isToldFromOthersByKeyAndHashAndRepository() {
            written(file(branch, KEY, typed("a/a")), commits.get(1));
            CommitInfo read = commits.get(2);
            List<FileState> others = List.of(
                    new FileState(new ObjectKey("dir/A"), HASH, SIZE, read),
                    new FileState(new ObjectKey("dir/a/"), HASH, SIZE, read),
                    new FileState(KEY, OTHER_HASH, SIZE, read));
            others.forEach(other -> assertThat(store().find(branch, other)).isEqualTo(FileAttributeLookup.NOTHING));
            List<BranchId> elsewhere = List.of(
                    new BranchId(new ProjectName("other"), branch.repo(), branch.branch()),
                    new BranchId(branch.project(), new RepoName(branch.repo().value() + "x"), branch.branch()));
            elsewhere.forEach(
                    other -> assertThat(store().find(other, at(read))).isEqualTo(FileAttributeLookup.NOTHING));
            assertThat(describedAt(2)).contains(typed("a/a"));
        }
    }

    @Nested
    class EqualBytes {
        @Test
        void putTwiceAreTwoVersionsWithTwoSetsOfAttributes() {
            written(file(branch, KEY, typed("a/first")), commits.get(2));
            written(file(branch, KEY, typed("a/second")), commits.get(4));

            assertThat(IntStream.range(1, 7).mapToObj(FileAttributeContract.this::describedAt))
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(typed("a/first")),
                            Optional.of(typed("a/first")),
                            Optional.of(typed("a/second")),
                            Optional.of(typed("a/second")),
                            Optional.of(typed("a/second")));
        }

        @Test
        void putTwiceLoseWhatTheSecondDidNotBring() {
            written(file(branch, KEY, typed("a/first")), commits.get(2));
            written(file(branch, KEY, FileDescription.NONE), commits.get(4));

            assertThat(describedAt(5)).contains(FileDescription.NONE);
            assertThat(describedAt(3)).contains(typed("a/first"));
        }

        @Test
        void areOfTheCommitsTheyBelongToInWhateverOrderTheyWereConfirmed() {
            written(file(branch, KEY, typed("a/second")), commits.get(4));
            written(file(branch, KEY, typed("a/first")), commits.get(2));

            assertThat(describedAt(3)).contains(typed("a/first"));
            assertThat(describedAt(5)).contains(typed("a/second"));
        }

        @Test
        void putTwiceIntoAnOpenCommitHaveWhatCameLast() {
            CommitInfo open = commits.get(2);
            written(file(branch, KEY, typed("a/first")), open);
            written(file(branch, KEY, typed("a/second")), open);
            CommitInfo finished = new CommitInfo(open.id(), open.finishedAt().plusSeconds(1));

            assertThat(described(store().find(branch, at(open)))).contains(typed("a/second"));
            assertThat(described(store().find(branch, at(finished)))).contains(typed("a/second"));
        }

        @Test
        void ofOneCommitAreThatCommitsEvenIfItsTimeIsToldLessFinely() {
            CommitInfo fine = commits.get(2);
            written(file(branch, KEY, typed("a/first")), fine);
            CommitInfo coarse = new CommitInfo(
                    fine.id(), Instant.ofEpochSecond(fine.finishedAt().getEpochSecond()));

            assertThat(described(store().find(branch, at(coarse)))).contains(typed("a/first"));
        }

        @Test
        void ofTwoCommitsOfOneTimeAreEachTheirOwn() {
            CommitInfo first = commits.get(2);
            CommitInfo second = new CommitInfo(commits.get(3).id(), first.finishedAt());
            written(file(branch, KEY, typed("a/first")), first);
            written(file(branch, KEY, typed("a/second")), second);

            assertThat(described(store().find(branch, at(first)))).contains(typed("a/first"));
            assertThat(described(store().find(branch, at(second)))).contains(typed("a/second"));
            assertThat(describedAt(4)).contains(typed("a/second"));
        }
    }

    @Nested
    class ABranchThatLeftAnother {
        private final BranchId left = new BranchId(branch.project(), branch.repo(), new BranchName("left"));

        private Optional<FileDescription> describedAt(int commit) {
            return described(store().find(left, at(commits.get(commit))));
        }

        @Test
        void findsWhatItsFilesHadThere() {
            written(file(branch, KEY, typed("a/first")), commits.get(2));

            assertThat(describedAt(1)).isEmpty();
            assertThat(describedAt(2)).contains(typed("a/first"));
            assertThat(describedAt(5)).contains(typed("a/first"));
        }

        @Test
        void findsItsOwnBeforeThat() {
            written(file(branch, KEY, typed("a/first")), commits.get(2));
            written(file(left, KEY, typed("a/own")), commits.get(4));
            written(file(branch, KEY, typed("a/later")), commits.get(6));

            assertThat(describedAt(3)).contains(typed("a/first"));
            assertThat(describedAt(7)).contains(typed("a/own"));
        }
    }

    @Nested
    class AnAnnouncement {
        @Test
        void isACandidateForItsBranchAndKeyAndSize() {
            AnnouncedFile file = file(branch, KEY, typed("a/a"));
            AnnouncementId id = announced(file);

            FileAttributeLookup found = store().find(branch, at(commits.get(1)));
            assertThat(found.confirmed()).isEmpty();
            assertThat(found.announced()).extracting(Announcement::id).containsExactly(id);
            assertThat(found.announced()).extracting(Announcement::file).containsExactly(file);
            FileState longer = new FileState(KEY, HASH, SIZE + 1, commits.get(1));
            FileState elsewhere = new FileState(new ObjectKey("b"), HASH, SIZE, commits.get(1));
            BranchId other = new BranchId(branch.project(), branch.repo(), new BranchName("other"));
            assertThat(store().find(branch, longer)).isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(store().find(branch, elsewhere)).isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(store().find(other, at(commits.get(1)))).isEqualTo(FileAttributeLookup.NOTHING);
        }

        @Test
        void tellsBehindWhichCommitItWasMade() {
            AnnouncementId behind = announced(file(branch, KEY, typed("a/a")));
            AnnouncementId first = AnnouncementId.next();
            store().announce(first, file(branch, KEY, typed("a/b")), Optional.empty());

            FileState asked = at(commits.get(1));
            List<FileAttributeLookup> found = List.of(
                    store().find(branch, asked),
                    store().findAll(branch, List.of(asked)).get(0));
            assertThat(found).allSatisfy(lookup -> {
                assertThat(lookup.announced()).extracting(Announcement::id).containsExactly(behind, first);
                assertThat(lookup.announced())
                        .extracting(Announcement::behind)
                        .containsExactly(Optional.of(commits.get(0).id()), Optional.empty());
            });
        }

        @Test
        void isACandidateForNoOtherHashThanItExpects() {
            ExpectedContent copied = new ExpectedContent(SIZE, Optional.of(HASH), Optional.empty());
            AnnouncementId id = announced(new AnnouncedFile(branch, KEY, copied, typed("a/a"), Optional.empty()));

            assertThat(store().find(branch, at(commits.get(1))).announced())
                    .extracting(Announcement::id)
                    .containsExactly(id);
            assertThat(store().find(branch, new FileState(KEY, OTHER_HASH, SIZE, commits.get(1))))
                    .isEqualTo(FileAttributeLookup.NOTHING);
        }

        @Test
        void standsBesideWhatIsConfirmedOldestFirst() {
            written(file(branch, KEY, typed("a/confirmed")), commits.get(1));
            AnnouncementId first = announced(file(branch, KEY, typed("a/first")));
            AnnouncementId second = announced(file(branch, KEY, typed("a/second")));

            FileAttributeLookup found = store().find(branch, at(commits.get(2)));
            assertThat(described(found)).contains(typed("a/confirmed"));
            assertThat(found.announced()).extracting(Announcement::id).containsExactly(first, second);
        }

        @Test
        void isConfirmedOnceAndTheFirstCallDecides() {
            AnnouncementId id = announced(file(branch, KEY, typed("a/a")));

            assertThat(store().confirm(id, HASH, commits.get(1))).isTrue();
            assertThat(store().confirm(id, OTHER_HASH, commits.get(0))).isFalse();
            assertThat(describedAt(0)).isEmpty();
            assertThat(describedAt(1)).contains(typed("a/a"));
        }

        @Test
        void mayBeRepeatedAndIsOne() {
            AnnouncedFile file = file(branch, KEY, typed("a/a"));
            AnnouncementId id = announced(file);
            store().announce(id, file, Optional.empty());

            assertThat(store().find(branch, at(commits.get(1))).announced()).hasSize(1);
        }

        @Test
        void isGoneWhenItIsWithdrawn() {
            AnnouncementId id = announced(file(branch, KEY, typed("a/a")));
            store().withdraw(id);
            store().withdraw(id);

            assertThat(store().find(branch, at(commits.get(1)))).isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(store().confirm(id, HASH, commits.get(1))).isFalse();
        }

        @Test
        void isNotWithdrawnOnceItIsConfirmed() {
            AnnouncementId id = announced(file(branch, KEY, typed("a/a")));
            store().confirm(id, HASH, commits.get(1));
            store().withdraw(id);

            assertThat(describedAt(1)).contains(typed("a/a"));
        }
    }

    @Nested
    class APage {
        @Test
        void hasAnAnswerForEachFileInTheirOrderWithoutTablesOfParts() {
            FilePart part = new FilePart(SIZE, Optional.empty());
            List<FileState> asked = new ArrayList<>();
            List<Optional<FileDescription>> expected = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                ObjectKey key = new ObjectKey("k" + (i * 7919 % 1000));
                boolean described = i % 3 > 0;
                FileDescription description = i % 3 == 1
                        ? typed("a/" + i)
                        : FileDescription.assembled(ObjectAttributes.NONE, List.of(part, part));
                if (described) {
                    written(file(branch, key, description), commits.get(i % 2));
                }
                asked.add(new FileState(key, HASH, SIZE, commits.get(2)));
                expected.add(described ? Optional.of(description.withoutParts()) : Optional.empty());
            }

            List<FileAttributeLookup> found = store().findAll(branch, asked);
            assertThat(found.stream().map(FileAttributeContract::described)).containsExactlyElementsOf(expected);
            assertThat(store().findAll(branch, List.of())).isEmpty();
        }

        @Test
        void mayHoldOneKeyAtSeveralCommits() {
            written(file(branch, KEY, typed("a/first")), commits.get(2));
            written(file(branch, KEY, typed("a/second")), commits.get(4));

            List<FileAttributeLookup> found =
                    store().findAll(branch, List.of(at(commits.get(5)), at(commits.get(3)), at(commits.get(1))));
            assertThat(found.stream().map(FileAttributeContract::described))
                    .containsExactly(Optional.of(typed("a/second")), Optional.of(typed("a/first")), Optional.empty());
        }

        @Test
        void showsWhatWasAnnouncedToo() {
            AnnouncementId id = announced(file(branch, KEY, typed("a/a")));
            FileState other = new FileState(new ObjectKey("b"), HASH, SIZE, commits.get(1));
            FileState longer = new FileState(KEY, HASH, SIZE + 1, commits.get(1));

            List<FileAttributeLookup> found = store().findAll(branch, List.of(other, at(commits.get(1)), longer));
            assertThat(found.get(0)).isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(found.get(1).announced()).extracting(Announcement::id).containsExactly(id);
            assertThat(found.get(2)).isEqualTo(FileAttributeLookup.NOTHING);
        }
    }

    @Nested
    class AToken {
        private AnnouncedFile carrying(String token, String contentType) {
            return new AnnouncedFile(
                    branch, KEY, ExpectedContent.written(SIZE, SHA256), typed(contentType), Optional.of(token));
        }

        @Test
        void findsWhatWasAnnouncedAndThenConfirmedWithIt() {
            AnnouncedFile file = carrying("upload-1", "a/a");
            AnnouncementId id = announced(file);
            FileAttributeLookup before = store().findByToken(branch, KEY, "upload-1");
            assertThat(before.confirmed()).isEmpty();
            assertThat(before.announced()).extracting(Announcement::id).containsExactly(id);

            store().confirm(id, HASH, commits.get(1));
            FileAttributeLookup after = store().findByToken(branch, KEY, "upload-1");
            assertThat(after.announced()).isEmpty();
            assertThat(after.confirmed()).contains(new ConfirmedFile(file, HASH, commits.get(1)));
        }

        @Test
        void isOfItsBranchAndKey() {
            written(carrying("upload-1", "a/a"), commits.get(1));
            BranchId other = new BranchId(branch.project(), branch.repo(), new BranchName("other"));

            assertThat(store().findByToken(branch, KEY, "upload-2")).isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(store().findByToken(branch, new ObjectKey("b"), "upload-1"))
                    .isEqualTo(FileAttributeLookup.NOTHING);
            assertThat(store().findByToken(other, KEY, "upload-1")).isEqualTo(FileAttributeLookup.NOTHING);
        }
    }
}
