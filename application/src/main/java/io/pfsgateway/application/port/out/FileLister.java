package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.listing.ListingPage;
import io.pfsgateway.domain.listing.ListingQuery;

/** Lists the files of one commit in pages. A page costs work in proportion to what it returns. */
public interface FileLister {
    /**
     * A page, pinned to the commit that the query names.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when the reference names neither the branch's head nor an ancestor of it
     */
    ListingPage list(ListingQuery query);
}
