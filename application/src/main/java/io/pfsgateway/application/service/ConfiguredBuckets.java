package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.BucketFailure;

/** The branches whose configuration may be shown, or changed. */
final class ConfiguredBuckets {
    private final BranchCatalog branches;
    private final InspectBucketUseCase inspection;

    ConfiguredBuckets(BranchCatalog branches, CommitReader reader) {
        this.branches = branches;
        this.inspection = new InspectBucketService(branches, reader);
    }

    BranchId toShow(Caller caller, BucketName bucket) {
        return inspection.inspectBucket(caller, bucket, Right.READ).id();
    }

    BranchId toChange(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.ADMIN, bucket);
        return branches.find(branch)
                .orElseThrow(() -> BucketFailure.noSuchBucket(bucket.toString()))
                .id();
    }
}
