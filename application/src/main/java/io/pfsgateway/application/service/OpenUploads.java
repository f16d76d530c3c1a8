package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.Optional;

/** Finds uploads as clients name them: an id is good for its own bucket and key alone. */
final class OpenUploads {
    private final UploadRegistry registry;
    private final BranchCatalog branches;

    OpenUploads(UploadRegistry registry, BranchCatalog branches) {
        this.registry = registry;
        this.branches = branches;
    }

    /** The upload, for a caller who may write to its bucket. */
    Upload requireToWrite(UploadAddress address) {
        BranchId branch = Admission.toChange(address.caller(), Right.WRITE, address.bucket());
        return find(branch, address).orElseThrow(() -> missing(branch, address));
    }

    /** The upload, for a caller who may read its bucket. A bucket that names a commit has none. */
    Upload requireToRead(UploadAddress address) {
        Admission.require(address.caller(), Right.READ, address.bucket());
        BranchId branch = address.bucket().branch();
        return Optional.of(address)
                .filter(asked -> !asked.bucket().isReadOnly())
                .flatMap(asked -> find(branch, asked))
                .orElseThrow(() -> missing(branch, address));
    }

    Optional<Upload> find(BranchId branch, UploadAddress address) {
        return UploadId.tryParse(address.uploadId())
                .flatMap(registry::find)
                .filter(upload -> upload.branch().equals(branch) && upload.key().equals(address.key()));
    }

    /** Why there is no such upload. */
    GatewayFailure missing(BranchId branch, UploadAddress address) {
        return branches.find(branch).isEmpty()
                ? BucketFailure.noSuchBucket(address.bucket().toString())
                : UploadFailure.noSuchUpload(address.uploadId());
    }
}
