package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.BytesValue;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stretch of a file as it comes from the server, which sends the next message only when one has been taken. Closing cancels
 * the call; the protocol has no other way to say that it was enough.
 */
final class GrpcContentStream extends InputStream {
    private final BlockingClientCall<?, BytesValue> call;
    private final Duration patience;
    private long left;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private boolean closed;

    private GrpcContentStream(BlockingClientCall<?, BytesValue> call, long length, Duration patience) {
        this.call = call;
        this.left = length;
        this.patience = patience;
    }

    /** A stretch of a file; nothing is asked for where it is empty. */
    static InputStream of(PfsClient client, File file, ByteRange range) {
        if (range.length() == 0) {
            return InputStream.nullInputStream();
        }
        GetFileRequest request = GetFileRequest.newBuilder()
                .setFile(file)
                .setOffset(range.offset())
                .build();
        return new GrpcContentStream(client.getFile(request), range.length(), client.patience());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The stream is closed.");
        }
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        while (!message.hasRemaining()) {
            message = next();
        }
        int count = (int) Math.min(Math.min(length, message.remaining()), left);
        message.get(bytes, offset, count);
        left -= count;
        return count;
    }

    private ByteBuffer next() throws IOException {
        try {
            BytesValue value = call.read(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                throw new IOException("The server ended the file " + left + " bytes early.");
            }
            return value.getValue().asReadOnlyByteBuffer();
        } catch (StatusException | TimeoutException failed) {
            throw new IOException("The server failed in the middle of a file.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted in the middle of a file.");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            message = ByteBuffer.allocate(0);
            Answers.end(call);
        }
    }
}
