package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;

/** Reads files as one commit holds them. What it finds is pinned: header and body are always of one version. */
public interface CommitReader {
    /**
     * The commit that a reference names on a branch.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when the reference names neither the branch's head nor an ancestor of it
     */
    CommitInfo resolve(BranchId branch, CommitRef ref);

    /**
     * Looks a file up, and pins it if it is there. Costs one round trip to the file system at most.
     *
     * @return {@link FileLookup.Found}, to be closed by the caller, {@link FileLookup.Deleted} or {@link FileLookup.Absent}
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when the reference names neither the branch's head nor an ancestor of it
     */
    FileLookup open(BranchId branch, CommitRef ref, ObjectKey key);
}
