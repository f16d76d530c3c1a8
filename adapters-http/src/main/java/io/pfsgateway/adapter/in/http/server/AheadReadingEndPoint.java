package io.pfsgateway.adapter.in.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose next request may be read by the selector that sees it come. Jetty has its selector look away from a connection
 * until someone has read it, and wakes it to look out again: two changes of what it looks out for, and a thread to be woken, for each
 * request. With nothing left to be read it may go on looking out, and nearly always nothing more comes until it is to be told of it.
 */
abstract class AheadReadingEndPoint extends SocketChannelEndPoint {
    /** Of nearly every request the head, and of a small one all. */
    private static final int MOST_BYTES = 4_096;

    private SelectionKey key;
    /** Whether the selector looks out for bytes although nobody has asked for them yet. */
    private final AtomicBoolean looksOut = new AtomicBoolean();
    /** What was read ahead. It belongs to the selector until that has handed the request on, then to who reads the request. */
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;

    AheadReadingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
        this.key = key;
    }

    /**
     * Told by the selector that there is something to be read, and that somebody has asked for it.
     *
     * @param task tells who asked
     * @return what is to be done about it
     */
    abstract Runnable onReadable(Runnable task);

    /** Reads what has come. Only where {@link #onReadable} was told of a request, before anybody else hears of it. */
    final void readAhead() {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        if (read(bytes) > 0) {
            ahead = bytes.flip();
            looksOut.set(true);
            super.needsFillInterest();
        }
    }

    private int read(ByteBuffer bytes) {
        try {
            return getChannel().read(bytes);
        } catch (IOException broken) {
            // As an end does, it comes again to who reads the request, which knows what is to be done then.
            return -1;
        }
    }

    @Override
    public final @Nullable Runnable onSelected() {
        boolean readable = key.isReadable();
        Runnable task = super.onSelected();
        if (!readable || task == null) {
            return task;
        }
        if (looksOut.compareAndSet(true, false)) {
            return key.isWritable() ? completeWrite() : null;
        }
        return onReadable(task);
    }

    private Runnable completeWrite() {
        return Invocable.from(
                getWriteFlusher().getCallbackInvocationType(),
                () -> getWriteFlusher().completeWrite());
    }

    @Override
    protected final void needsFillInterest() {
        if (ahead.hasRemaining()) {
            throw new IllegalStateException("What was read ahead is to be taken first: " + ahead.remaining());
        }
        if (!looksOut.compareAndSet(true, false)) {
            super.needsFillInterest();
        }
    }

    @Override
    public final int fill(ByteBuffer buffer) throws IOException {
        if (!ahead.hasRemaining()) {
            return super.fill(buffer);
        }
        int taken = BufferUtil.append(buffer, ahead);
        if (!ahead.hasRemaining()) {
            ahead = BufferUtil.EMPTY_BUFFER;
        }
        return taken;
    }

    @Override
    public final void replaceKey(SelectionKey newKey) {
        super.replaceKey(newKey);
        key = newKey;
    }
}
