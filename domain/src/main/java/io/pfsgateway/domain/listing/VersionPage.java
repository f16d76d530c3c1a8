package io.pfsgateway.domain.listing;

import java.util.List;

/** A page of versions, and whether entries follow. */
public record VersionPage(List<VersionEntry> entries, boolean more) {
    public VersionPage {
        entries = List.copyOf(entries);
    }
}
