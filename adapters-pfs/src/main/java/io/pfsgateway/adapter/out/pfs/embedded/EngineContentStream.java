package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.file.DirectContent;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * A range of a file as a stream and as a channel, one position for all. The engine's failures are input errors, as whoever copies
 * a stream expects.
 */
final class EngineContentStream extends InputStream implements DirectContent {
    private final OpenFile file;
    private final long end;
    private long position;
    private boolean open = true;

    EngineContentStream(OpenFile file, long offset, long length) {
        this.file = file;
        this.position = offset;
        this.end = Math.min(file.size(), offset + length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int limit = target.limit();
        target.limit(target.position() + (int) Math.min(target.remaining(), end - position));
        try {
            int count = file.read(position, target);
            position += Math.max(count, 0);
            return count;
        } catch (PfsException failed) {
            throw new IOException("The file system failed in the middle of a file.", failed);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public long transferTo(WritableByteChannel target, long most) throws IOException {
        if (position >= end) {
            return 0;
        }
        try {
            long count = file.transferTo(position, Math.min(most, end - position), target);
            position += count;
            return count;
        } catch (PfsException failed) {
            throw new IOException("The file system failed in the middle of a file.", failed);
        }
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
