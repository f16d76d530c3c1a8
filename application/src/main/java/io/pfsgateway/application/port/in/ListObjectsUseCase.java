package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.listing.ListingPage;
import java.util.Optional;

/** Lists a bucket's objects, a page at a time. */
public interface ListObjectsUseCase {
    /**
     * A page of objects.
     *
     * @param after the key or common prefix behind which the page starts
     * @param pinnedTo the commit that an earlier page read; empty for what the bucket shows now
     * @param limit the most entries, 1 to 1,000
     */
    record Query(
            Caller caller,
            BucketName bucket,
            String prefix,
            Optional<String> delimiter,
            Optional<String> after,
            Optional<CommitId> pinnedTo,
            int limit) {}

    /** Lists: {@code NO_SUCH_BUCKET} when the branch is not there, {@code INVALID_ARGUMENT} when the commit pinned to is not. */
    ListingPage listObjects(Query query);
}
