package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.ListingQuery;

/** Where pages of a listing start among the paths of a commit. */
final class PageMarkers {
    private final KeyPaths paths;

    PageMarkers(KeyPaths paths) {
        this.paths = paths;
    }

    /** The marker behind which the page starts. */
    String start(ListingQuery query) {
        return query.after().map(after -> behind(query, after)).orElseGet(() -> beforeAll(query));
    }

    /** The marker behind which a page starts that follows an entry; behind a common prefix, or within one, all of it is passed. */
    String behind(ListingQuery query, String after) {
        String first = beforeAll(query);
        String behind = DelimiterGrouping.commonPrefix(after, query.prefix(), query.delimiter())
                .map(paths::boundBehindAll)
                .orElseGet(() -> PathOrder.behind(paths.bound(after)));
        return ObjectKey.compareUtf8(first, behind) > 0 ? first : behind;
    }

    private String beforeAll(ListingQuery query) {
        return query.prefix().isEmpty() ? PathOrder.behind("/") : PathOrder.before(paths.bound(query.prefix()));
    }
}
