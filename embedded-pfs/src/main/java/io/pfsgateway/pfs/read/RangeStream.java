package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.content.PinnedContent;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** A range of a pinned content as a stream. */
final class RangeStream extends InputStream {
    private final PinnedContent content;
    private final long end;
    private long position;

    RangeStream(PinnedContent content, long offset, long length) {
        long size = content.contentRecord().size();
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("No range: " + offset + " +" + length);
        }
        this.content = content;
        this.position = Math.min(offset, size);
        this.end = this.position + Math.min(length, size - this.position);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int most = (int) Math.min(length, end - position);
        int count = content.read(position, ByteBuffer.wrap(target, offset, most));
        position += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}
