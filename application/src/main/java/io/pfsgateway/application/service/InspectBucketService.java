package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.BucketFailure;

/** Looks a bucket up: its branch, and its commit where it names one. */
public final class InspectBucketService implements InspectBucketUseCase {
    private final BranchCatalog branches;
    private final BucketReads reads;

    public InspectBucketService(BranchCatalog branches, CommitReader reader) {
        this.branches = branches;
        this.reads = new BucketReads(reader);
    }

    @Override
    public BranchInfo inspectBucket(Caller caller, BucketName bucket, Right right) {
        Admission.require(caller, right, bucket);
        BranchInfo branch =
                branches.find(bucket.branch()).orElseThrow(() -> BucketFailure.noSuchBucket(bucket.toString()));
        if (bucket.isReadOnly()) {
            reads.requireBucket(bucket);
        }
        return branch;
    }
}
