package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.exchange.AnswerOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/**
 * The body of an answer on its way through Jetty. Few bytes go through one array, which is no larger than they are; many are read
 * into a buffer outside the heap, from where they go to the socket as they are.
 */
final class JettyOutput extends AnswerOutput {
    /** The largest buffer that is asked for. */
    static final int PIECE_BYTES = 128 * 1024;

    private static final int FEW_BYTES = 32 * 1024;

    private final HttpOutput out;
    private final ByteBufferPool buffers;

    JettyOutput(HttpOutput out, ByteBufferPool buffers) {
        this.out = out;
        this.buffers = buffers;
    }

    @Override
    public void send(InputStream content, long sizeBytes) throws IOException {
        if (sizeBytes > FEW_BYTES && content instanceof ReadableByteChannel channel) {
            sendDirectly(channel);
            return;
        }
        byte[] piece = new byte[(int) Math.min(PIECE_BYTES, sizeBytes)];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            out.write(piece, 0, count);
        }
    }

    private void sendDirectly(ReadableByteChannel channel) throws IOException {
        RetainableByteBuffer.Mutable pooled = buffers.acquire(PIECE_BYTES, true);
        try {
            ByteBuffer piece = pooled.getByteBuffer();
            for (int count = fill(channel, piece); count >= 0; count = fill(channel, piece)) {
                out.write(piece.flip());
            }
        } finally {
            pooled.release();
        }
    }

    private static int fill(ReadableByteChannel channel, ByteBuffer piece) throws IOException {
        return channel.read(piece.clear());
    }

    @Override
    public void write(int oneByte) throws IOException {
        out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
