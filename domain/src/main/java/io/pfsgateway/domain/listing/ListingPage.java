package io.pfsgateway.domain.listing;

import io.pfsgateway.domain.commit.CommitInfo;
import java.util.List;

/**
 * A page of one commit's files.
 *
 * @param commit the commit that was read; the next page is asked for at the same one
 * @param more whether entries follow
 */
public record ListingPage(CommitInfo commit, List<ListingEntry> entries, boolean more) {
    public ListingPage {
        entries = List.copyOf(entries);
    }
}
