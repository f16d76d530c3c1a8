package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BucketName;

/** Deletes branches, whatever they hold. */
public final class DeleteBucketService implements DeleteBucketUseCase {
    private final BranchCatalog branches;

    public DeleteBucketService(BranchCatalog branches) {
        this.branches = branches;
    }

    @Override
    public void deleteBucket(Caller caller, BucketName bucket) {
        branches.delete(Admission.toChange(caller, Right.ADMIN, bucket));
    }
}
