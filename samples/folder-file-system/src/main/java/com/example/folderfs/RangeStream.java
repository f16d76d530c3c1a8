package com.example.folderfs;

import io.pfsgateway.domain.file.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of an open file, which stays its owner's to close. A file that is cut short is a failure, and not an end. */
final class RangeStream extends InputStream {
    private final FileChannel channel;
    private long position;
    private long left;

    RangeStream(FileChannel channel, ByteRange range) {
        this.channel = channel;
        this.position = range.offset();
        this.left = range.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), position);
        if (count < 0) {
            throw new IOException("The file was cut short " + left + " bytes before its end.");
        }
        position += count;
        left -= count;
        return count;
    }
}
