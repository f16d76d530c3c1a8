package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.read.CommitPoint;
import java.util.List;

/** A page of a history, the head that it was read at, and whether more entries follow. */
public record VersionPage(CommitPoint commit, List<VersionEntry> entries, boolean truncated) {
    public VersionPage {
        entries = List.copyOf(entries);
    }
}
