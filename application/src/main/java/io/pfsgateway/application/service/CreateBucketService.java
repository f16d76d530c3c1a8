package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CreateBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.BucketFailure;

/** Makes branches, but none whose name a bucket's name would take for a commit. */
public final class CreateBucketService implements CreateBucketUseCase {
    private final BranchCatalog branches;
    private final UploadClearance uploads;
    private final BucketConfigurationStore configurations;

    public CreateBucketService(
            BranchCatalog branches, UploadClearance uploads, BucketConfigurationStore configurations) {
        this.branches = branches;
        this.uploads = uploads;
        this.configurations = configurations;
    }

    @Override
    public void createBucket(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.ADMIN, bucket);
        if (CommitId.tryParse(branch.branch().value()).isPresent()) {
            throw BucketFailure.invalidName(bucket.toString());
        }
        if (branches.find(branch).isEmpty()) {
            // Before there is a bucket, so that nothing that is begun in it is taken for what an earlier one of its
            // name left.
            configurations.clear(branch);
            uploads.clearBranch(branch);
        }
        if (branches.create(branch) == BranchCatalog.Creation.ALREADY_THERE) {
            throw BucketFailure.exists(bucket.toString());
        }
    }
}
