package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.out.PendingContent;
import java.io.IOException;
import java.io.InputStream;

/** Streams a body into the file system through one buffer, which is no larger than the body where its length is known. */
final class BodyTransfer {
    private static final int BUFFER_BYTES = 64 * 1024;

    private BodyTransfer() {}

    static void transfer(UploadBody body, PendingContent to) throws IOException {
        long atMost = body.sizeBytes().orElse(BUFFER_BYTES);
        // One byte at least, since the stream verifies at its end, which an empty buffer would never reach.
        byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER_BYTES, atMost))];
        InputStream from = body.stream();
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
        }
    }
}
