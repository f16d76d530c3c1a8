package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Expected;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ExpectedChecksum;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ListedPart;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Result;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CompleteUploadTest extends UploadsTest {
    private static final ObjectAttributes TEXT = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/plain"), new TreeMap<>(Map.of("a", "b")), new TreeMap<>(), List.of());

    @Test
    void makesOneCommitOfThePartsInTheOrderOfTheirNumbers() {
        CommitId before = head().id();
        Upload upload = create("a", TEXT, Optional.empty());
        UploadPart last = part(upload, 9, "end");
        UploadPart first = part(upload, 3, LARGE);
        Result result = complete(upload, listed(first), listed(last));
        assertThat(result.versionId()).contains(head().id());
        assertThat(result.leftBehind()).isEmpty();
        assertThat(read("a")).isEqualTo(LARGE + "end");
        assertThat(result.file().etag().parts()).isEqualTo(2);
        assertThat(result.file().attributes()).isEqualTo(TEXT);
        assertThat(files.reader()
                        .resolve(BUCKET.branch(), io.pfsgateway.domain.commit.CommitRef.parse("HEAD^"))
                        .id())
                .isEqualTo(before);
    }

    @Test
    void takesOnlyThePartsThatAreListedAndLetsTheRestGo() {
        Upload upload = create("a");
        part(upload, 1, "one");
        UploadPart two = part(upload, 2, "two");
        complete(upload, listed(two));
        assertThat(read("a")).isEqualTo("two");
        assertThat(staged()).isEmpty();
        assertThat(uploads.registry().find(upload.id())).isEmpty();
    }

    @Test
    void repeatedAnswersTheCommitThatItMade() {
        Upload upload = create("a");
        part(upload, 1, "one");
        Result first = complete(upload, listed(1));
        put("a", "overwritten");
        CommitId head = head().id();
        Result again = complete(upload, listed(1));
        assertThat(again).isEqualTo(first);
        assertThat(head().id()).isEqualTo(head);
    }

    @Test
    void ofAnAbortedUploadIsRefused() {
        Upload upload = create("a");
        part(upload, 1, "one");
        abort(upload);
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> complete(upload, listed(1)));
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> abort(upload));
        assertThat(staged()).isEmpty();
    }

    @Test
    void refusedLeavesTheUploadToBeCompletedLater() {
        put("a", "there");
        Upload upload = create("a");
        part(upload, 1, "one");
        assertRefused(
                FailureKind.PRECONDITION_FAILED,
                () -> complete(address(upload), Expected.NOTHING, WriteCondition.ABSENT, listed(1)));
        part(upload, 1, "other");
        complete(upload, listed(1));
        assertThat(read("a")).isEqualTo("other");
        sweeper(upload.begunAt()).sweepUploads();
        assertThat(staged()).isEmpty();
    }

    @Test
    void refusedAtFirstCanStillBeAborted() {
        put("a", "there");
        Upload upload = create("a");
        part(upload, 1, "one");
        assertRefused(
                FailureKind.PRECONDITION_FAILED,
                () -> complete(address(upload), Expected.NOTHING, WriteCondition.ABSENT, listed(1)));
        part(upload, 1, "replaced");
        abort(upload);
        sweeper(upload.begunAt()).sweepUploads();
        assertThat(staged()).isEmpty();
        assertThat(read("a")).isEqualTo("there");
    }

    @Test
    void ofABranchThatWentIsRefusedAndTheUploadGoesWithIt() {
        Upload upload = create("a");
        part(upload, 1, "one");
        new io.pfsgateway.application.service.DeleteBucketService(files.branches(), clearance, configurations)
                .deleteBucket(ANYONE, BUCKET);
        assertThat(staged()).isEmpty();
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> complete(upload, listed(1)));
    }

    @Nested
    class OfParts {
        private Upload upload;

        @BeforeEach
        void begin() {
            upload = create("a");
        }

        @Test
        void thatAreNotThereIsRefused() {
            part(upload, 1, "one");
            assertRefused(FailureKind.INVALID_PART, () -> complete(upload, listed(1), listed(2)));
        }

        @Test
        void withAnotherTagOfOurFormIsRefused() {
            UploadPart part = part(upload, 1, "one");
            EntityTag other = EntityTag.single(new ContentHash("0".repeat(64)));
            assertRefused(
                    FailureKind.INVALID_PART,
                    () -> complete(upload, new ListedPart(new PartNumber(1), Optional.of(other), List.of())));
            complete(upload, listed(part));
        }

        @Test
        void withAnotherChecksumIsRefused() {
            part(upload, 1, "one");
            ContentChecksum other = new ContentChecksum(ChecksumAlgorithm.CRC32, "AAAAAA==");
            assertRefused(
                    FailureKind.INVALID_PART,
                    () -> complete(upload, new ListedPart(new PartNumber(1), Optional.empty(), List.of(other))));
        }

        @Test
        void outOfOrderOrListedTwiceIsRefused() {
            part(upload, 1, LARGE);
            part(upload, 2, LARGE);
            assertRefused(FailureKind.INVALID_PART_ORDER, () -> complete(upload, listed(2), listed(1)));
            assertRefused(FailureKind.INVALID_PART_ORDER, () -> complete(upload, listed(1), listed(1)));
        }

        @Test
        void ofWhichOneButTheLastIsSmallIsRefused() {
            part(upload, 1, LARGE.substring(1));
            part(upload, 2, "end");
            assertRefused(FailureKind.PART_TOO_SMALL, () -> complete(upload, listed(1), listed(2)));
            part(upload, 1, LARGE);
            complete(upload, listed(1), listed(2));
            assertThat(read("a")).hasSize(LARGE.length() + 3);
        }

        @Test
        void ofAnotherTotalThanTheClientSaysIsRefused() {
            part(upload, 1, "one");
            Expected four = new Expected(Optional.empty(), Optional.empty(), OptionalLong.of(4));
            assertRefused(
                    FailureKind.INVALID_REQUEST, () -> complete(address(upload), four, WriteCondition.NONE, listed(1)));
            Expected three = new Expected(Optional.empty(), Optional.empty(), OptionalLong.of(3));
            complete(address(upload), three, WriteCondition.NONE, listed(1));
        }
    }

    @Nested
    class WithChecksums {
        private final ContentChecksum hello = new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==");

        private Upload upload(ChecksumType type) {
            Upload upload =
                    create("a", ObjectAttributes.NONE, Optional.of(new UploadChecksum(ChecksumAlgorithm.CRC32, type)));
            part(upload, 1, TextBody.of("hello").with(hello));
            return upload;
        }

        private Expected expected(ChecksumAlgorithm algorithm, String text) {
            return new Expected(
                    Optional.of(new ExpectedChecksum(algorithm, text)), Optional.empty(), OptionalLong.empty());
        }

        @Test
        void keepsThatOfTheWholeObject() {
            Result result = complete(upload(ChecksumType.FULL_OBJECT), listed(1));
            assertThat(result.file().attributes().checksums()).containsExactly(hello);
        }

        @Test
        void keepsTheCompositeOfTheParts() {
            Result result = complete(upload(ChecksumType.COMPOSITE), listed(1));
            assertThat(result.file().attributes().checksums())
                    .singleElement()
                    .satisfies(checksum -> assertThat(checksum.type()).isEqualTo(ChecksumType.COMPOSITE));
        }

        @Test
        void comparesWhatTheClientExpects() {
            Upload upload = upload(ChecksumType.FULL_OBJECT);
            assertRefused(
                    FailureKind.CHECKSUM_MISMATCH,
                    () -> complete(
                            address(upload), expected(ChecksumAlgorithm.CRC32, "bad"), WriteCondition.NONE, listed(1)));
            assertRefused(
                    FailureKind.INVALID_REQUEST,
                    () -> complete(
                            address(upload),
                            expected(ChecksumAlgorithm.CRC32C, "NhCmhg=="),
                            WriteCondition.NONE,
                            listed(1)));
            complete(address(upload), expected(ChecksumAlgorithm.CRC32, "NhCmhg=="), WriteCondition.NONE, listed(1));
        }

        @Test
        void refusesToCompareWithoutPartsThatHaveOne() {
            Upload upload = create("b");
            part(upload, 1, "hello");
            assertRefused(
                    FailureKind.INVALID_REQUEST,
                    () -> complete(
                            address(upload),
                            expected(ChecksumAlgorithm.CRC32, "NhCmhg=="),
                            WriteCondition.NONE,
                            listed(1)));
        }

        @Test
        void keepsThatOfPartsWhichBroughtTheSameUnannounced() {
            Upload upload = create("b");
            part(upload, 1, TextBody.of("hello").with(hello));
            assertThat(complete(upload, listed(1)).file().attributes().checksums())
                    .containsExactly(hello);
        }
    }
}
