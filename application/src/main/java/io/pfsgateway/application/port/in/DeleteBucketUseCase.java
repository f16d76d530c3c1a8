package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;

/** Deletes a branch, empty or not, and the repository with its last branch. */
public interface DeleteBucketUseCase {
    /** Deletes the bucket: {@code NO_SUCH_BUCKET} when it is not there, {@code READ_ONLY_BUCKET} for one that names a commit. */
    void deleteBucket(Caller caller, BucketName bucket);
}
