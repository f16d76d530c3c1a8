package io.pfsgateway.pfs.model;

/** The number of a content: bytes that some file version, staged part or other content refers to. Never used twice. */
public record ContentId(long number) {
    public ContentId {
        if (number <= 0) {
            throw new IllegalArgumentException("Contents are numbered from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return String.format("%016x", number);
    }
}
