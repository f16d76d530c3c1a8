package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BucketName;

/** Tells whether a bucket is there; HeadBucket and every answer about a bucket's properties rest on it. */
public interface InspectBucketUseCase {
    /** The bucket: {@code ACCESS_DENIED} without the right, {@code NO_SUCH_BUCKET} when the branch, or the commit, is not there. */
    BranchInfo inspectBucket(Caller caller, BucketName bucket, Right right);
}
