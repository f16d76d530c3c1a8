package io.pfsgateway.adapter.in.http;

import io.pfsgateway.domain.file.DirectContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** The content of a file, which can be sent by the operating system. It tells what was asked of it. */
final class SentFile extends InputStream implements DirectContent {
    /** The bytes that the operating system has sent. */
    final AtomicLong sent = new AtomicLong();

    /** How often more was asked of it when all was sent. */
    final AtomicLong askedAtEnd = new AtomicLong();

    /** Opens when the socket was full. */
    final CountDownLatch full = new CountDownLatch(1);

    private final FileChannel file;
    private final long failsAt;

    private SentFile(FileChannel file, long failsAt) {
        this.file = file;
        this.failsAt = failsAt;
    }

    static SentFile of(Path file) throws IOException {
        return failing(file, Long.MAX_VALUE);
    }

    /** One that cannot be read any more from some byte on. */
    static SentFile failing(Path file, long at) throws IOException {
        return new SentFile(FileChannel.open(file, StandardOpenOption.READ), at);
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("one byte at a time");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return read(ByteBuffer.wrap(target, offset, length));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        failIfDue();
        return file.read(target);
    }

    @Override
    public long transferTo(WritableByteChannel target, long most) throws IOException {
        failIfDue();
        if (file.position() == file.size()) {
            askedAtEnd.incrementAndGet();
        }
        long count = file.transferTo(file.position(), Math.min(most, failsAt - file.position()), target);
        file.position(file.position() + count);
        sent.addAndGet(count);
        if (count == 0 && file.position() < file.size()) {
            full.countDown();
        }
        return count;
    }

    private void failIfDue() throws IOException {
        if (file.position() >= failsAt) {
            throw new IOException("the disk is gone");
        }
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
