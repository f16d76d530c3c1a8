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
        return require(address, Right.WRITE);
    }

    /** The upload, for a caller with this right on its bucket. */
    Upload require(UploadAddress address, Right right) {
        BranchId branch = Admission.toChange(address.caller(), right, address.bucket());
        return find(branch, address).orElseThrow(() -> missing(branch, address));
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
