package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.domain.file.DirectContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection whose bodies the operating system may send straight from a file. Jetty knows no such writes. So the bytes go to the
 * socket first; then Jetty, which keeps the books of the answer, is given as many bytes to write, and what comes of them here is
 * let fall. Everything else goes through Jetty as ever. Only for the one thread that sends the answer, with nothing of Jetty's
 * left to be written.
 */
final class BypassedEndPoint extends QueuedEndPoint {
    private static final int MOST_BYTES = 1 << 20;
    /** Stands for bytes that were sent. Jetty's own buffers can be written to. */
    private static final ByteBuffer SENT = ByteBuffer.allocateDirect(MOST_BYTES).asReadOnlyBuffer();

    private int uncounted;

    BypassedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            RequestQueue queue) {
        super(channel, selector, key, scheduler, queue);
    }

    /**
     * Sends what the socket takes now, and has Jetty take it for written.
     *
     * @param most the most that is sent
     * @return how many bytes were sent; 0 where they have to be read
     * @throws EofException if the client has gone
     */
    long send(DirectContent content, long most, HttpOutput out) throws IOException {
        long passed = 0;
        int sent = -1;
        while (sent != 0 && passed < most) {
            sent = transfer(content, Math.min(MOST_BYTES, most - passed));
            count(sent, out);
            passed += sent;
        }
        return passed;
    }

    private int transfer(DirectContent content, long most) throws IOException {
        try {
            return (int) content.transferTo(getChannel(), most);
        } catch (IOException failed) {
            throw isOpen() && !isBroken(failed) ? failed : new EofException(failed);
        }
    }

    private static boolean isBroken(IOException failed) {
        String why = String.valueOf(failed.getMessage());
        return why.contains("Broken pipe") || why.contains("Connection reset");
    }

    private void count(int sent, HttpOutput out) throws IOException {
        if (sent == 0) {
            return;
        }
        uncounted = sent;
        out.write(SENT.duplicate().limit(sent));
        if (uncounted != 0) {
            throw new IOException("The server did not count " + uncounted + " of " + sent + " bytes that were sent");
        }
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        if (uncounted > 0) {
            for (ByteBuffer buffer : buffers) {
                letFall(buffer);
            }
            notIdle();
        }
        return super.flush(buffers);
    }

    private void letFall(ByteBuffer buffer) {
        if (buffer.isReadOnly() && buffer.isDirect() && buffer.remaining() <= uncounted) {
            uncounted -= buffer.remaining();
            buffer.position(buffer.limit());
        }
    }
}
