package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Bytes as they come, until they are finished once or let go. */
final class ReceivedBytes {
    private final Handles.Handle handle;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean finished;

    ReceivedBytes(Handles.Handle handle) {
        this.handle = handle;
    }

    void write(byte[] more, int offset, int length) {
        requireUnfinished();
        bytes.write(more, offset, length);
    }

    StoredContent finish(Optional<ContentHash> announced) {
        requireUnfinished();
        finished = true;
        StoredContent content = StoredContent.single(bytes.toByteArray());
        announced.filter(hash -> !hash.equals(content.hash())).ifPresent(hash -> {
            throw RequestFailure.contentHashMismatch(hash.hex());
        });
        return content;
    }

    void close() {
        handle.close();
    }

    private void requireUnfinished() {
        handle.requireOpen();
        if (finished) {
            throw new IllegalStateException("Finished before");
        }
    }
}
