package io.pfsgateway.adapter.in.http.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a framed body: lines through a small buffer, and runs of content past it, straight into the caller's array,
 * once the buffer is empty and the run is worth it.
 */
final class FrameReader {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final InputStream raw;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;

    FrameReader(InputStream raw) {
        this.raw = raw;
    }

    /**
     * The next line with its line feed, one character per byte. Where the body ends first, what was left of it, without
     * a line feed; a line that is longer than allowed comes cut off there, without one either.
     */
    String readLine(int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < longest && (at < limit || refill())) {
            int end = Math.min(limit, at + longest - line.length());
            int feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            boolean complete = feed < end;
            int taken = (complete ? feed + 1 : end) - at;
            line.append(new String(buffer, at, taken, StandardCharsets.ISO_8859_1));
            at += taken;
            if (complete) {
                break;
            }
        }
        return line.toString();
    }

    /** Reads content; at least one byte unless the body is at its end, which is -1. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (at == limit) {
            if (length >= BUFFER_BYTES) {
                return raw.read(target, offset, length);
            }
            if (!refill()) {
                return -1;
            }
        }
        int taken = Math.min(length, limit - at);
        System.arraycopy(buffer, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean refill() throws IOException {
        int read = raw.read(buffer, 0, BUFFER_BYTES);
        at = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }
}
