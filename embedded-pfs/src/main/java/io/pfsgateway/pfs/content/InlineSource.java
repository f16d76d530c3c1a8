package io.pfsgateway.pfs.content;

import io.pfsgateway.pfs.model.Bytes;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The bytes of a content that rides in its record. */
final class InlineSource implements ByteSource {
    private final Bytes bytes;

    InlineSource(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(long position, ByteBuffer target) {
        if (position >= bytes.length()) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), bytes.length() - position);
        target.put(bytes.buffer().position((int) position).limit((int) position + count));
        return count;
    }

    @Override
    public long transferTo(long position, long most, WritableByteChannel target) {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
