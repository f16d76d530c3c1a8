package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.ContentId;

/** A run of bytes of another content. */
public record Extent(ContentId content, long offset, long length) {
    public Extent {
        if (offset < 0 || length <= 0) {
            throw new IllegalArgumentException("No run of bytes: " + offset + " +" + length);
        }
    }
}
