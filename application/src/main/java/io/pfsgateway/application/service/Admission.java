package io.pfsgateway.application.service;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.domain.failure.BucketFailure;

/**
 * What is decided before anything is looked up, so that a caller without the right learns nothing of what there is: the right on
 * the canonical branch first, then whether the bucket can be written to at all.
 */
final class Admission {
    private Admission() {}

    static void require(Caller caller, Right right, BucketName bucket) {
        if (!caller.may(right, bucket.branch())) {
            throw AccessFailure.denied(bucket.toString());
        }
    }

    /** The branch to write to. */
    static BranchId toChange(Caller caller, Right right, BucketName bucket) {
        require(caller, right, bucket);
        return writable(bucket);
    }

    static BranchId writable(BucketName bucket) {
        if (bucket.isReadOnly()) {
            throw BucketFailure.readOnly(bucket.toString());
        }
        return bucket.branch();
    }
}
