package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;

/** Deletes branches, whatever they hold, with what was set on them, and gives up the uploads that were under way to them. */
public final class DeleteBucketService implements DeleteBucketUseCase {
    private final BranchCatalog branches;
    private final UploadClearance uploads;
    private final BucketConfigurationStore configurations;

    public DeleteBucketService(
            BranchCatalog branches, UploadClearance uploads, BucketConfigurationStore configurations) {
        this.branches = branches;
        this.uploads = uploads;
        this.configurations = configurations;
    }

    @Override
    public void deleteBucket(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.ADMIN, bucket);
        // First what may be out of reach, so that a bucket is never gone whose deletion was refused; what is begun
        // meanwhile goes before a bucket of this name is made again.
        uploads.clearBranch(branch);
        configurations.clear(branch);
        branches.delete(branch);
    }
}
