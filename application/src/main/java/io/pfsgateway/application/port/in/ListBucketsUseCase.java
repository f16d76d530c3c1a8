package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.bucket.BranchInfo;
import java.util.List;
import java.util.Optional;

/** Lists the buckets that the caller may read. */
public interface ListBucketsUseCase {
    /**
     * A page of buckets.
     *
     * @param prefix what a bucket's listed name starts with; may be empty
     * @param continuationToken where an earlier page left off
     * @param limit the most buckets, 1 to 10,000
     */
    record Query(Caller caller, String prefix, Optional<String> continuationToken, int limit) {}

    /** The page, and the token of the next one, if there is one. */
    record Result(List<BranchInfo> buckets, Optional<String> nextToken) {}

    /** Lists; a token that this gateway did not make is {@code INVALID_ARGUMENT}. */
    Result listBuckets(Query query);
}
