package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.out.PendingContent;
import java.io.IOException;
import java.io.InputStream;

/** Streams a body into the file system through one buffer, which is no larger than the body where its length is known. */
final class BodyTransfer {
    /** A file system takes a few large pieces for less than many small ones; a processor's cache holds this much. */
    private static final int BUFFER_BYTES = 256 * 1024;

    private BodyTransfer() {}

    static void transfer(UploadBody body, PendingContent to) throws IOException {
        long atMost = body.sizeBytes().orElse(BUFFER_BYTES);
        // One byte at least, since the stream verifies at its end, which an empty buffer would never reach.
        byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER_BYTES, atMost))];
        InputStream from = body.stream();
        int filled = 0;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer, filled, buffer.length - filled)) {
            filled += count;
            if (filled == buffer.length) {
                to.write(buffer, 0, filled);
                filled = 0;
            }
        }
        if (filled > 0) {
            to.write(buffer, 0, filled);
        }
    }
}
