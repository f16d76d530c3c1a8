package io.pfsgateway.pfs.server.file;

import com.google.protobuf.BytesValue;
import com.google.protobuf.UnsafeByteOperations;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.server.call.Answers;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The bytes of an open file in chunks, which closes with them. An empty file has none. */
final class ContentChunks implements Answers<BytesValue> {
    private static final int CHUNK_BYTES = 1 << 20;

    private final OpenFile file;
    private long position;

    ContentChunks(OpenFile file, long offset) {
        this.file = file;
        this.position = offset;
    }

    @Override
    public Optional<BytesValue> next() {
        if (position >= file.size()) {
            return Optional.empty();
        }
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, file.size() - position));
        while (chunk.hasRemaining()) {
            position += file.read(position, chunk);
        }
        chunk.flip();
        return Optional.of(BytesValue.of(UnsafeByteOperations.unsafeWrap(chunk)));
    }

    @Override
    public void close() {
        file.close();
    }
}
