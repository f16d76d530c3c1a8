package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.security.MessageDigest;
import java.util.Optional;

/** A content's bytes on their way into a {@link Modification}, hashed as they go. Closing it unfinished leaves nothing of them. */
final class Upstream implements AutoCloseable {
    /** Far below the 20 MiB that the server takes in a message, and large enough for their number not to matter. */
    private static final int MESSAGE_BYTES = 1 << 20;

    private final Modification modification;
    private final String path;
    private final MessageDigest sha256 = Sha256.digest();
    private long sizeBytes;
    private boolean finished;

    Upstream(Modification modification, String path) {
        this.modification = modification;
        this.path = path;
        modification.replace(path);
    }

    void write(byte[] bytes, int offset, int length) {
        requireUnfinished();
        sha256.update(bytes, offset, length);
        for (int done = 0; done < length; done += MESSAGE_BYTES) {
            int count = Math.min(MESSAGE_BYTES, length - done);
            modification.append(path, ByteString.copyFrom(bytes, offset + done, count));
        }
        sizeBytes += length;
    }

    /**
     * What was written, of which no more comes.
     *
     * @throws RequestFailure with {@code CONTENT_HASH_MISMATCH} when it is not what was announced
     */
    ExpectedContent verified(Optional<ContentHash> announced) {
        requireUnfinished();
        ContentHash actual = ContentHash.of(sha256.digest());
        if (announced.isPresent() && !announced.get().equals(actual)) {
            throw RequestFailure.contentHashMismatch(announced.get().hex());
        }
        finished = true;
        return ExpectedContent.written(sizeBytes, actual);
    }

    Modification modification() {
        return modification;
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("The content was finished or closed.");
        }
    }

    @Override
    public void close() {
        finished = true;
        modification.close();
    }
}
