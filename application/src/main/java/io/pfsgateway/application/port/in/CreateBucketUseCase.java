package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;

/** Makes a branch, and its repository where that is missing. */
public interface CreateBucketUseCase {
    /**
     * Makes the bucket: {@code BUCKET_EXISTS} when it is there, {@code NO_SUCH_BUCKET} without the project,
     * {@code INVALID_BUCKET_NAME} when the branch has the shape of a commit id, {@code READ_ONLY_BUCKET} for one that names a commit.
     */
    void createBucket(Caller caller, BucketName bucket);
}
