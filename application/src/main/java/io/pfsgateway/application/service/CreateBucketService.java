package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CreateBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.BucketConfigurationStore;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.tag.Tags;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;

/**
 * Makes branches, but none whose name a bucket's name would take for a commit. What an earlier one of the name left, as one does that
 * was deleted past the gateway, goes before.
 */
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
        // Looked at before the bucket is found missing: what another makes and begins meanwhile is not among it.
        List<UploadId> left = uploads.openIn(branch);
        boolean configured = isConfigured(branch);
        if (branches.find(branch).isEmpty()) {
            left.forEach(uploads::clear);
            if (configured) {
                configurations.clear(branch);
            }
        }
        if (branches.create(branch) == BranchCatalog.Creation.ALREADY_THERE) {
            throw BucketFailure.exists(bucket.toString());
        }
    }

    private boolean isConfigured(BranchId branch) {
        return !configurations.tags(branch).equals(Tags.NONE)
                || !configurations.corsRules(branch).equals(CorsRules.NONE);
    }
}
