package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.read.CommitPoint;
import java.util.List;

/** A page of a listing, the commit that it is of, and whether more entries follow. */
public record ListPage(CommitPoint commit, List<ListEntry> entries, boolean truncated) {
    public ListPage {
        entries = List.copyOf(entries);
    }
}
