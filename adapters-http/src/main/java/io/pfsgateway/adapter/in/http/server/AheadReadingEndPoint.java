package io.pfsgateway.adapter.in.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose next request is read by the selector that sees it come. Jetty has its selector look away from a connection until
 * someone has read it, and wakes it to look out again: two changes of what it looks out for, and a thread to be woken, for each
 * request. With nothing left to be read it may go on looking out.
 */
abstract class AheadReadingEndPoint extends SocketChannelEndPoint {
    /** Of nearly every request the head, and of a small one all. */
    private static final int MOST_BYTES = 4_096;

    /** Held by who reads the socket, or changes anything here. */
    private final Lock lock = new ReentrantLock();

    private SelectionKey key;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    /** Whether the selector is to look out for more. */
    private boolean looksOut;
    /** Whether somebody is to be told when more comes. */
    private boolean asked;

    AheadReadingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
        this.key = key;
    }

    /** Whether a request is what comes next. Of a body there may be much, and who waits for it has room for it. */
    abstract boolean awaitsRequest();

    /**
     * Something has come for who asked.
     *
     * @param task tells him
     * @return what the selector's thread is to do about it
     */
    abstract Runnable onReadable(Runnable task);

    /**
     * Something had come for who asks now.
     *
     * @param task tells him, on another thread than this
     */
    abstract void onReadAhead(Runnable task);

    @Override
    public final @Nullable Runnable onSelected() {
        boolean readable = key.isReadable();
        Runnable task = super.onSelected();
        if (!readable || task == null) {
            return task;
        }
        if (lookAtWhatCame()) {
            return onReadable(task);
        }
        return key.isWritable() ? completeWrite() : null;
    }

    /** Answers whether anybody is to be told. */
    private boolean lookAtWhatCame() {
        lock.lock();
        try {
            boolean wanted = asked;
            asked = false;
            looksOut = false;
            if (!ahead.hasRemaining() && (!wanted || awaitsRequest())) {
                readAhead();
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void readAhead() {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        if (read(bytes) > 0) {
            ahead = bytes.flip();
            lookOut();
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

    private void lookOut() {
        looksOut = true;
        super.needsFillInterest();
    }

    private Runnable completeWrite() {
        return Invocable.from(
                getWriteFlusher().getCallbackInvocationType(),
                () -> getWriteFlusher().completeWrite());
    }

    @Override
    protected final void needsFillInterest() {
        if (!ask()) {
            onReadAhead(() -> getFillInterest().fillable());
        }
    }

    /** Answers false where something is left that was read ahead. */
    private boolean ask() {
        lock.lock();
        try {
            asked = !ahead.hasRemaining();
            if (asked && !looksOut) {
                lookOut();
            }
            return asked;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final int fill(ByteBuffer buffer) throws IOException {
        lock.lock();
        try {
            return ahead.hasRemaining() ? take(buffer) : super.fill(buffer);
        } finally {
            lock.unlock();
        }
    }

    private int take(ByteBuffer buffer) {
        notIdle();
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
