package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Records uploads, and nothing else: nothing is staged until the first part comes. */
public final class CreateMultipartUploadService implements CreateMultipartUploadUseCase {
    private final BranchCatalog branches;
    private final UploadRegistry registry;
    private final Clock clock;

    public CreateMultipartUploadService(BranchCatalog branches, UploadRegistry registry, Clock clock) {
        this.branches = branches;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Upload createMultipartUpload(Command command) {
        BranchId branch = Admission.toChange(command.caller(), Right.WRITE, command.bucket());
        if (branches.find(branch).isEmpty()) {
            throw BucketFailure.noSuchBucket(command.bucket().toString());
        }
        // Milliseconds are what S3 shows, and what every store keeps alike.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Upload upload =
                new Upload(UploadId.begunAt(now), branch, command.key(), command.attributes(), command.checksum(), now);
        registry.begin(upload);
        return upload;
    }
}
