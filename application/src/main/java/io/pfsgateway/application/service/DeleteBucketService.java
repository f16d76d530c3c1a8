package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.tag.Tags;

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
        // Asked first, since it may be out of reach: a bucket whose deletion was refused is to stay.
        Tags unused = configurations.tags(branch);
        // The file system may refuse too, and then nothing of the bucket may be gone. What this leaves goes before a
        // bucket of this name is made again.
        branches.delete(branch);
        uploads.clearBranch(branch);
        configurations.clear(branch);
    }
}
