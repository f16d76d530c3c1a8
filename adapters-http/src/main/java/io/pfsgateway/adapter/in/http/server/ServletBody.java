package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.exchange.RemoteBody;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;

/**
 * A request's body as the container gives it, which knows how much of it is still to come. What nobody wants is read past where it
 * is little; where it is much, or where the client still waits for leave to send, the connection is given up instead.
 */
final class ServletBody implements RemoteBody {
    private static final int SKIPPED_BEFORE_ANSWER = 256 * 1024;
    private static final int SKIPPED_AFTER_ANSWER = 8 << 20;
    /** How long a rest is read for, and waited for, so that a client that sends it in drops, or not at all, holds nobody up. */
    private static final long SKIPPING_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final HttpServletRequest servlet;
    private boolean opened;
    private boolean silent;

    ServletBody(HttpServletRequest servlet) {
        this.servlet = servlet;
    }

    @Override
    public InputStream open() throws IOException {
        opened = true;
        return servlet.getInputStream();
    }

    @Override
    public OptionalLong contentLength() {
        long length = servlet.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Override
    public boolean chunked() {
        return servlet.getHeader("Transfer-Encoding") != null;
    }

    /** Reads past a short rest; tells whether the connection can be used again. */
    boolean skipShortRest() {
        if (contentLength().orElse(chunked() ? 1 : 0) == 0) {
            return true;
        }
        if (!opened && servlet.getHeader("Expect") != null) {
            return false;
        }
        return skip(SKIPPED_BEFORE_ANSWER);
    }

    /**
     * Reads on for a while after the answer, so that a client that sends first and reads later gets to see it: closing at once
     * would throw the answer away with the bytes that still come. One that had stopped sending before is not waited for again.
     */
    void linger() {
        if (!silent && (opened || servlet.getHeader("Expect") == null)) {
            skip(SKIPPED_AFTER_ANSWER);
        }
    }

    private boolean skip(int mostBytes) {
        EndPoint endPoint = ServletRequests.endPoint(servlet);
        long idle = endPoint.getIdleTimeout();
        try {
            ServletInputStream stream = servlet.getInputStream();
            if (stream.isFinished()) {
                return true;
            }
            endPoint.setIdleTimeout(TimeUnit.NANOSECONDS.toMillis(SKIPPING_NANOS));
            return skip(stream, mostBytes);
        } catch (IOException goneOrIdle) {
            silent = true;
            return false;
        } finally {
            endPoint.setIdleTimeout(idle);
        }
    }

    private static boolean skip(InputStream stream, int mostBytes) throws IOException {
        byte[] rest = new byte[8 * 1024];
        int left = mostBytes;
        long began = System.nanoTime();
        while (left > 0 && System.nanoTime() - began < SKIPPING_NANOS) {
            int count = stream.read(rest);
            if (count < 0) {
                return true;
            }
            left -= count;
        }
        return false;
    }
}
