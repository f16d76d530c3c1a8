package io.pfsgateway.domain.file;

import io.pfsgateway.domain.failure.RequestFailure;

/** A stretch of a content, in bytes. */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
            throw RequestFailure.invalidArgument(
                    "range", offset + "+" + length, "A range is not negative, nor beyond the longest file.");
        }
    }

    /** All of a content. */
    public static ByteRange whole(long sizeBytes) {
        return new ByteRange(0, sizeBytes);
    }

    /** The offset of its last byte; before {@link #offset} when it is empty. */
    public long lastByte() {
        return offset + length - 1;
    }
}
