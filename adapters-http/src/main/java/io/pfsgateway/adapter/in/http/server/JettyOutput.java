package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.exchange.AnswerOutput;
import io.pfsgateway.domain.file.DirectContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
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
    /** Enough to be worth a write of its own, and few to copy. */
    private static final int FIRST_PIECE_BYTES = 16 * 1024;

    private final HttpOutput out;
    private final ByteBufferPool buffers;
    private final Optional<BypassedEndPoint> socket;

    /**
     * @param socket the connection, where bytes may go to its socket beside Jetty: nothing else makes other bytes of them, and the
     *     length of the answer is told
     */
    JettyOutput(HttpOutput out, ByteBufferPool buffers, Optional<BypassedEndPoint> socket) {
        this.out = out;
        this.buffers = buffers;
        this.socket = socket;
    }

    @Override
    public void send(InputStream content, long sizeBytes) throws IOException {
        if (sizeBytes > FEW_BYTES && content instanceof DirectContent direct) {
            sendDirectly(direct, sizeBytes);
            return;
        }
        byte[] piece = new byte[(int) Math.min(PIECE_BYTES, sizeBytes)];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            out.write(piece, 0, count);
        }
    }

    private void sendDirectly(DirectContent content, long sizeBytes) throws IOException {
        RetainableByteBuffer.Mutable pooled = buffers.acquire(PIECE_BYTES, true);
        try {
            ByteBuffer piece = pooled.getByteBuffer();
            long left = sizeBytes;
            // The first piece takes the answer's head along; where it cannot be read, an error can still be answered.
            int most = socket.isPresent() ? FIRST_PIECE_BYTES : PIECE_BYTES;
            while (left > 0) {
                int count = content.read(piece.clear().limit((int) Math.min(most, left)));
                if (count < 0) {
                    return;
                }
                out.write(piece.flip());
                left -= count;
                if (socket.isPresent()) {
                    // What the socket does not take now waits for it behind the next piece, as all that Jetty writes
                    // does.
                    left -= socket.get().send(content, left, out);
                }
                most = PIECE_BYTES;
            }
        } finally {
            pooled.release();
        }
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
