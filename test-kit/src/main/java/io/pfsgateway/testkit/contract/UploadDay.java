package io.pfsgateway.testkit.contract;

import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.application.service.AbortMultipartUploadService;
import io.pfsgateway.application.service.CompleteMultipartUploadService;
import io.pfsgateway.application.service.CreateMultipartUploadService;
import io.pfsgateway.application.service.SweepUploadsService;
import io.pfsgateway.application.service.UploadClearance;
import io.pfsgateway.application.service.UploadPartService;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.VersionQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.testkit.crash.Crashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What clients and the sweep do between two starts of a process. */
final class UploadDay {
    private final FileSystem files;
    private final UploadBookkeeping uploads;
    private final UploadClearance clearance;
    private final Duration expiry;

    private UploadDay(FileSystem files, UploadBookkeeping uploads, Duration expiry) {
        this.files = files;
        this.uploads = uploads;
        this.clearance = new UploadClearance(uploads, files.staging());
        this.expiry = expiry;
    }

    static UploadDay of(FileSystem files, UploadBookkeeping uploads, Duration expiry) {
        return new UploadDay(files, uploads, expiry);
    }

    /** A day on which the process ends. */
    static UploadDay crashing(FileSystem files, UploadBookkeeping uploads, Duration expiry, Crashes crashes) {
        return new UploadDay(
                new FileSystem(
                        files.branches(),
                        files.reader(),
                        files.lister(),
                        files.history(),
                        crashes.on(Committer.class, files.committer()),
                        crashes.on(ContentStaging.class, files.staging())),
                new UploadBookkeeping(
                        crashes.on(UploadRegistry.class, uploads.registry()),
                        crashes.on(UploadEndings.class, uploads.endings())),
                expiry);
    }

    Upload create(BucketName bucket, ObjectKey key) {
        return new CreateMultipartUploadService(files.branches(), uploads.registry(), Clock.systemUTC())
                .createMultipartUpload(new CreateMultipartUploadUseCase.Command(
                        Caller.UNCHECKED, bucket, key, ObjectAttributes.NONE, Optional.empty()));
    }

    void part(Upload upload, int number, String text) {
        try {
            new UploadPartService(files.branches(), uploads.registry(), files.staging())
                    .uploadPart(UploadCrashContract.address(upload), new PartNumber(number), new Text(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void complete(Upload upload) {
        new CompleteMultipartUploadService(files.branches(), uploads, clearance, files.committer())
                .completeMultipartUpload(UploadCrashContract.completion(UploadCrashContract.address(upload)));
    }

    void abort(Upload upload) {
        new AbortMultipartUploadService(files.branches(), uploads.registry(), clearance, files.committer())
                .abortMultipartUpload(UploadCrashContract.address(upload));
    }

    /** Sweeps, so much later than now. */
    void sweep(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        new SweepUploadsService(uploads, files.staging(), files.committer(), clearance, expiry, clock).sweepUploads();
    }

    int versions(Upload upload) {
        return files.history()
                .versions(new VersionQuery(
                        upload.branch(),
                        upload.key().value(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10))
                .entries()
                .size();
    }

    /** A body of a known text. */
    private record Text(String text) implements UploadBody {
        @Override
        public InputStream stream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public OptionalLong sizeBytes() {
            return OptionalLong.empty();
        }

        @Override
        public Optional<ContentHash> announcedSha256() {
            return Optional.empty();
        }

        @Override
        public List<ContentChecksum> checksums() {
            return List.of();
        }
    }
}
