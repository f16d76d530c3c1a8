package io.pfsgateway.pfs.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** The bytes of a content in a file of its own. */
final class BlobSource implements ByteSource {
    private final FileChannel channel;

    BlobSource(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return channel.read(target, position);
    }

    @Override
    public long transferTo(long position, long most, WritableByteChannel target) throws IOException {
        return channel.transferTo(position, most, target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
