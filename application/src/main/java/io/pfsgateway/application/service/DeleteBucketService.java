package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;

/** Deletes branches, whatever they hold, and gives up the uploads that were under way to them. */
public final class DeleteBucketService implements DeleteBucketUseCase {
    private final BranchCatalog branches;
    private final UploadClearance uploads;

    public DeleteBucketService(BranchCatalog branches, UploadClearance uploads) {
        this.branches = branches;
        this.uploads = uploads;
    }

    @Override
    public void deleteBucket(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.ADMIN, bucket);
        branches.delete(branch);
        uploads.clearBranch(branch);
    }
}
