package io.pfsgateway.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.in.UploadPartCopyUseCase;
import io.pfsgateway.application.service.LastModifiedRule;
import io.pfsgateway.application.service.ListPartsService;
import io.pfsgateway.application.service.UploadPartCopyService;
import io.pfsgateway.application.service.UploadPartService;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.ReadConditions;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UploadPartTest extends UploadsTest {
    private static final Optional<UploadChecksum> CRC32 =
            Optional.of(UploadChecksum.of(ChecksumAlgorithm.CRC32, Optional.empty()));
    private static final ContentChecksum CRC32_OF_HELLO = new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==");

    private ListPartsUseCase.Result list(Upload upload, Optional<PartNumber> after, int limit) {
        return new ListPartsService(files.branches(), uploads.registry()).listParts(address(upload), after, limit);
    }

    @Test
    void makesNoCommit() {
        CommitId before = head().id();
        Upload upload = create("a");
        part(upload, 1, "one");
        assertThat(head().id()).isEqualTo(before);
        assertRefused(FailureKind.NO_SUCH_KEY, () -> read("a"));
    }

    @Test
    void isListedWithWhatIsKnownOfIt() {
        Upload upload = create("a");
        UploadPart second = part(upload, 2, "two");
        UploadPart first = part(upload, 1, "one");
        assertThat(list(upload, Optional.empty(), 10).parts()).containsExactly(first, second);
        ListPartsUseCase.Result page = list(upload, Optional.empty(), 1);
        assertThat(page.parts()).containsExactly(first);
        assertThat(page.more()).isTrue();
        assertThat(page.upload()).isEqualTo(upload);
        assertThat(list(upload, Optional.of(new PartNumber(1)), 1).more()).isFalse();
    }

    @Test
    void thatIsSentAgainReplacesTheFirstAndItsBytes() {
        Upload upload = create("a");
        part(upload, 1, "first");
        UploadPart second = part(upload, 1, "second");
        assertThat(list(upload, Optional.empty(), 10).parts()).containsExactly(second);
        assertThat(staged())
                .singleElement()
                .satisfies(staged -> assertThat(staged.sizeBytes()).isEqualTo(6));
    }

    @Test
    void ofAnUploadThatHasEndedLeavesNoBytes() {
        Upload upload = create("a");
        abort(upload);
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> part(upload, 1, "late"));
        assertThat(staged()).isEmpty();
    }

    @Test
    void ofAnUploadThatEndsWhileItsBytesComeLeavesNone() {
        Upload upload = create("a");
        TextBody body = TextBody.of("late").before(() -> abort(upload));
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> part(upload, 1, body));
        assertThat(staged()).isEmpty();
    }

    @Test
    void belongsToTheVeryKeyAndBucketOfItsUpload() {
        Upload upload = create("a");
        files.branches().create(branch("other.repo"));
        UploadPartService parts = new UploadPartService(files.branches(), uploads.registry(), files.staging());
        String id = upload.id().value();
        assertRefused(FailureKind.NO_SUCH_UPLOAD, () -> parts.admit(new UploadAddress(ANYONE, BUCKET, key("b"), id)));
        assertRefused(
                FailureKind.NO_SUCH_UPLOAD,
                () -> parts.admit(new UploadAddress(
                        ANYONE, io.pfsgateway.domain.bucket.BucketName.parse("other.repo"), key("a"), id)));
        assertRefused(
                FailureKind.NO_SUCH_UPLOAD,
                () -> parts.admit(new UploadAddress(ANYONE, BUCKET, key("a"), "no-such-id")));
        assertRefused(FailureKind.NO_SUCH_BUCKET, () -> parts.admit(new UploadAddress(ANYONE, MISSING, key("a"), id)));
        assertRefused(
                FailureKind.READ_ONLY_BUCKET,
                () -> parts.admit(new UploadAddress(ANYONE, at(head().id()), key("a"), id)));
        assertRefused(
                FailureKind.ACCESS_DENIED,
                () -> parts.admit(new UploadAddress(withRight(Right.READ, "*"), BUCKET, key("a"), id)));
    }

    @Nested
    class OfAnUploadWithAChecksum {
        private Upload upload;

        @BeforeEach
        void begin() {
            upload = create("a", ObjectAttributes.NONE, CRC32);
        }

        @Test
        void tellsWhichToCompute() {
            assertThat(new UploadPartService(files.branches(), uploads.registry(), files.staging())
                            .admit(address(upload)))
                    .contains(ChecksumAlgorithm.CRC32);
        }

        @Test
        void keepsIt() {
            UploadPart part = part(upload, 1, TextBody.of("hello").with(CRC32_OF_HELLO));
            assertThat(part.checksum()).contains(CRC32_OF_HELLO);
        }

        @Test
        void refusesAPartWithoutOneOrWithAnother() {
            assertRefused(FailureKind.INVALID_REQUEST, () -> part(upload, 1, "hello"));
            ContentChecksum other = new ContentChecksum(ChecksumAlgorithm.CRC32C, "mnG7TA==");
            assertRefused(
                    FailureKind.INVALID_REQUEST,
                    () -> part(upload, 1, TextBody.of("hello").with(other)));
            assertThat(staged()).isEmpty();
        }

        @Test
        void computesItOfACopiedStretch() {
            put("source", "-hello-");
            assertThat(copy(upload, Optional.of(new ByteRange(1, 5))).part().checksum())
                    .contains(CRC32_OF_HELLO);
        }

        @Test
        void takesThatOfTheSourceForAWholeCopy() {
            ContentChecksum kept = new ContentChecksum(ChecksumAlgorithm.CRC32, "AAAAAA==");
            put("source", TextBody.of("hello").with(kept));
            assertThat(copy(upload, Optional.empty()).part().checksum()).contains(kept);
        }
    }

    private UploadPartCopyUseCase.Result copy(Upload upload, Optional<ByteRange> range) {
        return copy(upload, range, Optional.empty(), ReadConditions.NONE);
    }

    private UploadPartCopyUseCase.Result copy(
            Upload upload, Optional<ByteRange> range, Optional<CommitRef> version, ReadConditions conditions) {
        return new UploadPartCopyService(
                        files.branches(), uploads.registry(), files.reader(), files.staging(), LastModifiedRule.OBJECT)
                .uploadPartCopy(new UploadPartCopyUseCase.Command(
                        address(upload),
                        new PartNumber(1),
                        new CopyObjectUseCase.Source(BUCKET, key("source"), version, conditions),
                        range));
    }

    @Nested
    class MadeOfAnObject {
        private Upload upload;

        @BeforeEach
        void begin() {
            upload = create("a");
        }

        @Test
        void hasTheBytesOfTheStretch() {
            put("source", "0123456789");
            copy(upload, Optional.of(new ByteRange(2, 3)));
            complete(upload, listed(1));
            assertThat(read("a")).isEqualTo("234");
        }

        @Test
        void readsTheVersionThatWasAskedFor() {
            CommitId old = put("source", "old");
            put("source", "new");
            UploadPartCopyUseCase.Result result =
                    copy(upload, Optional.empty(), Optional.of(CommitRef.to(old)), ReadConditions.NONE);
            assertThat(result.sourceVersionId()).isEqualTo(old);
            complete(upload, listed(1));
            assertThat(read("a")).isEqualTo("old");
        }

        @Test
        void refusesAStretchThatIsNotWithinIt() {
            put("source", "0123456789");
            assertRefused(FailureKind.RANGE_NOT_SATISFIABLE, () -> copy(upload, Optional.of(new ByteRange(5, 6))));
            assertRefused(FailureKind.RANGE_NOT_SATISFIABLE, () -> copy(upload, Optional.of(new ByteRange(11, 1))));
        }

        @Test
        void refusesASourceThatIsNotThere() {
            assertRefused(FailureKind.NO_SUCH_KEY, () -> copy(upload, Optional.empty()));
        }
    }
}
