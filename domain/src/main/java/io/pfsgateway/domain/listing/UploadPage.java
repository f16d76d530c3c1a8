package io.pfsgateway.domain.listing;

import java.util.List;

/** A page of uploads, and whether entries follow. */
public record UploadPage(List<UploadEntry> entries, boolean more) {
    public UploadPage {
        entries = List.copyOf(entries);
    }
}
