package io.pfsgateway.adapter.in.http.server;

import java.io.Closeable;
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

    /** What a selector's thread reads into, before it is known how much there is. */
    private static final ThreadLocal<ByteBuffer> COME =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(MOST_BYTES));

    private final Runnable completeWrite = new CompleteWrite();
    /** The selector's own. */
    private SelectionKey key;

    /** Held while the state changes, and by the selector while it reads; never by others while they read. */
    private final Lock lock = new ReentrantLock();
    /** Comes before what is in the socket, and is given out before that is read. Empty once the connection is closed. */
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    /** Whether somebody reads the socket, which the selector leaves alone then. Set under the lock, and taken back without. */
    private volatile boolean isRead;
    /** Whether the selector has been asked to look out for more, and has told of none since. */
    private boolean looksOut;
    /** Whether somebody is to be told when more comes: then nothing is left ahead, and it looks out. */
    private boolean asked;

    /** What has come. */
    private enum Coming {
        REQUEST,
        REST_OF_REQUEST,
        /** Nobody has asked for it yet. */
        UNASKED
    }

    /** What is done for who asks to be told when something comes. */
    private enum Step {
        TELL,
        LOOK_OUT,
        WAIT
    }

    AheadReadingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
        this.key = key;
    }

    /**
     * Whether who asks waits for a request, which is said before he asks. Of a body there may be much, and who waits for it has room for
     * it.
     */
    abstract boolean awaitsRequest();

    /** Whether there is room for what is read before its turn has come. */
    abstract boolean mayReadAhead();

    /**
     * A request has come for who asked.
     *
     * @param task tells him
     * @return what the selector's thread is to do about it
     */
    abstract Runnable onRequest(Runnable task);

    /**
     * Something had come already for who asks now, on his thread.
     *
     * @param task tells him; another thread is to run it
     */
    abstract void onReadAhead(Runnable task);

    @Override
    public final @Nullable Runnable onSelected() {
        boolean readable = key.isReadable();
        Runnable task = super.onSelected();
        if (!readable || task == null) {
            return task;
        }
        return switch (lookAtWhatCame()) {
            case REQUEST -> onRequest(task);
            case REST_OF_REQUEST -> task;
            case UNASKED -> key.isWritable() ? completeWrite : null;
        };
    }

    private Coming lookAtWhatCame() {
        lock.lock();
        try {
            Coming coming = coming();
            asked = false;
            looksOut = false;
            if (coming != Coming.REST_OF_REQUEST) {
                readAheadIfFree();
            }
            return coming;
        } finally {
            lock.unlock();
        }
    }

    private Coming coming() {
        if (!asked) {
            return Coming.UNASKED;
        }
        return awaitsRequest() ? Coming.REQUEST : Coming.REST_OF_REQUEST;
    }

    private void readAheadIfFree() {
        if (!isRead && !ahead.hasRemaining() && mayReadAhead()) {
            readAhead();
        }
    }

    private void readAhead() {
        ByteBuffer come = COME.get().clear();
        if (read(come) > 0) {
            byte[] bytes = new byte[come.flip().remaining()];
            come.get(bytes);
            ahead = ByteBuffer.wrap(bytes);
            looksOut = true;
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
    protected final void needsFillInterest() {
        switch (ask()) {
            case TELL -> onReadAhead(() -> getFillInterest().fillable());
            case LOOK_OUT -> super.needsFillInterest();
            case WAIT -> {}
        }
        if (!isOpen()) {
            // Whoever closed it may have told those who had asked before this.
            getFillInterest().onClose();
        }
    }

    private Step ask() {
        lock.lock();
        try {
            if (ahead.hasRemaining()) {
                return Step.TELL;
            }
            Step step = looksOut ? Step.WAIT : Step.LOOK_OUT;
            asked = true;
            looksOut = true;
            return step;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final int fill(ByteBuffer buffer) throws IOException {
        int taken = takeOrBeginToRead(buffer);
        if (taken > 0) {
            notIdle();
            return taken;
        }
        try {
            return super.fill(buffer);
        } finally {
            isRead = false;
        }
    }

    /** Answers how many bytes were taken; of none, the socket is read, which takes nothing either where the buffer is full. */
    private int takeOrBeginToRead(ByteBuffer buffer) {
        lock.lock();
        try {
            isRead = !ahead.hasRemaining();
            return BufferUtil.append(buffer, ahead);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void onClose(@Nullable Throwable failure) {
        lock.lock();
        try {
            ahead = BufferUtil.EMPTY_BUFFER;
        } finally {
            lock.unlock();
        }
        super.onClose(failure);
    }

    @Override
    public final void replaceKey(SelectionKey newKey) {
        super.replaceKey(newKey);
        key = newKey;
    }

    /** Goes on with an answer, where nobody is to be told of what came beside. */
    private final class CompleteWrite implements Invocable.Task, Closeable {
        @Override
        public void run() {
            getWriteFlusher().completeWrite();
        }

        @Override
        public InvocationType getInvocationType() {
            return getWriteFlusher().getCallbackInvocationType();
        }

        /** Where no thread can be had for it. */
        @Override
        public void close() {
            AheadReadingEndPoint.this.close();
        }
    }
}
