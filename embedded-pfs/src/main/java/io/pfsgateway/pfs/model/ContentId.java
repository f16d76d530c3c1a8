package io.pfsgateway.pfs.model;

import java.util.HexFormat;

/** The number of a content: bytes that some file version, staged part or other content refers to. Never used twice. */
public record ContentId(long number) {
    public ContentId {
        if (number <= 0) {
            throw new IllegalArgumentException("Contents are numbered from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(number);
    }
}
