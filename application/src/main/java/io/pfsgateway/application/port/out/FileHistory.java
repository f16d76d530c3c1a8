package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.listing.VersionPage;
import io.pfsgateway.domain.listing.VersionQuery;

/** The versions that a branch's files have had, deletions among them, back through the branches that it left from. */
public interface FileHistory {
    /**
     * A page of versions as of the branch's head.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when {@code afterVersion} is not a commit of the branch
     * @throws RequestFailure with {@code NOT_IMPLEMENTED} when the file system cannot tell within its bounds
     */
    VersionPage versions(VersionQuery query);
}
