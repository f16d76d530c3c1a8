package io.pfsgateway.testkit.service;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Expected;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.ListedPart;
import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.service.AbortMultipartUploadService;
import io.pfsgateway.application.service.CompleteMultipartUploadService;
import io.pfsgateway.application.service.CreateMultipartUploadService;
import io.pfsgateway.application.service.SweepUploadsService;
import io.pfsgateway.application.service.UploadPartService;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words in which tests of multipart uploads speak. */
abstract class UploadsTest extends ServiceTest {
    static final Duration EXPIRY = Duration.ofDays(7);

    /** A part that is large enough to be followed by another. */
    static final String LARGE = "x".repeat((int) UploadPart.MIN_SIZE_BYTES);

    Upload create(String key) {
        return create(key, ObjectAttributes.NONE, Optional.empty());
    }

    Upload create(String key, ObjectAttributes attributes, Optional<UploadChecksum> checksum) {
        return new CreateMultipartUploadService(files.branches(), uploads.registry(), Clock.systemUTC())
                .createMultipartUpload(
                        new CreateMultipartUploadUseCase.Command(ANYONE, BUCKET, key(key), attributes, checksum));
    }

    static UploadAddress address(Upload upload) {
        return new UploadAddress(ANYONE, BUCKET, upload.key(), upload.id().value());
    }

    UploadPart part(Upload upload, int number, String text) {
        return part(upload, number, TextBody.of(text));
    }

    UploadPart part(Upload upload, int number, TextBody body) {
        try {
            return new UploadPartService(files.branches(), uploads.registry(), files.staging())
                    .uploadPart(address(upload), new PartNumber(number), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ListedPart listed(UploadPart part) {
        return new ListedPart(
                part.number(),
                Optional.of(part.etag()),
                part.checksum().stream().toList());
    }

    static ListedPart listed(int number) {
        return new ListedPart(new PartNumber(number), Optional.empty(), List.of());
    }

    CompleteMultipartUploadUseCase.Result complete(Upload upload, ListedPart... parts) {
        return complete(address(upload), Expected.NOTHING, WriteCondition.NONE, parts);
    }

    CompleteMultipartUploadUseCase.Result complete(
            UploadAddress address, Expected expected, WriteCondition condition, ListedPart... parts) {
        return new CompleteMultipartUploadService(files.branches(), uploads, clearance, files.committer())
                .completeMultipartUpload(
                        new CompleteMultipartUploadUseCase.Command(address, List.of(parts), expected, condition));
    }

    void abort(Upload upload) {
        new AbortMultipartUploadService(files.branches(), uploads.registry(), clearance, files.committer())
                .abortMultipartUpload(address(upload));
    }

    SweepUploadsService sweeper(Instant now) {
        return new SweepUploadsService(
                uploads, files.staging(), files.committer(), clearance, EXPIRY, Clock.fixed(now, ZoneOffset.UTC));
    }

    List<StagedContent> staged() {
        List<StagedContent> all = new ArrayList<>();
        all.addAll(files.staging().list(Optional.empty(), 10_000));
        return all;
    }
}
