package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the store, one group of operations after the other. {@link #run} waits until the operation is durable; an operation
 * that fails does no harm to those that shared its forced write.
 *
 * <p>Whose turn it is applies all that wait. That is this committer's own thread, or, where callers come one by one, the caller
 * itself, which so need not wait for two threads to wake each other. Callers that come together are better off with the thread:
 * while it waits for the disk more of them gather, and on a virtual thread that wait would hold a carrier.
 */
public final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_OPERATIONS = 512;
    private static final int MOST_WRITES = 20_000;
    private static final int GROUPS_UNTIL_ALONE = 64;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Store store;
    private final Clock clock;
    private final Recovery recovery;
    private final Runnable onBackgroundWork;
    private final Queue<Request<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    /** Whether the thread may be parked; told anew before it looks for work a last time. */
    private volatile boolean idle;
    /** How many groups of one must come before callers count as coming one by one. Written by who has the turn. */
    private volatile int untilAlone;

    private final Thread thread = new Thread(this::work, "pfs-committer");
    private final LongAdder groups = new LongAdder();
    private boolean closing;
    private boolean down;

    public Committer(Store store, Clock clock, Recovery recovery, Runnable onBackgroundWork) {
        this.store = store;
        this.clock = clock;
        this.recovery = recovery;
        this.onBackgroundWork = onBackgroundWork;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has the operation applied and waits until it is durable. Interrupting the caller does not end the wait. */
    public <R> R run(Operation<R> operation) {
        Request<R> request = new Request<>(operation);
        enqueue(request);
        if (!workHere()) {
            wakeIfIdle();
        }
        return answer(request);
    }

    /** Applies what waits on the caller's thread, where callers come one by one. */
    private boolean workHere() {
        if (untilAlone > 0 || !turn.tryLock()) {
            return false;
        }
        try {
            workOnce();
        } finally {
            turn.unlock();
        }
        return waiting.isEmpty() && !isDown();
    }

    private void wakeIfIdle() {
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private static <R> R answer(Request<R> request) {
        try {
            return request.answer().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** How many forced writes there were, each of all that waited together. */
    public long groups() {
        return groups.sum();
    }

    private synchronized void enqueue(Request<?> request) {
        if (closing || down) {
            throw new PfsException(
                    FailureKind.UNAVAILABLE,
                    closing ? "The file system is closed" : "The disk failed; the file system will open itself again");
        }
        waiting.add(request);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized boolean isDown() {
        return down;
    }

    private void work() {
        try {
            while (!isClosing() || !waiting.isEmpty()) {
                waitForWork();
                takeTurnWhateverHappens();
            }
        } finally {
            end();
        }
    }

    /** Waits for a caller that has the turn still: who closes this goes on to close the store. */
    private void end() {
        turn.lock();
        try {
            refuseWaiting(true);
        } finally {
            turn.unlock();
        }
    }

    private void waitForWork() {
        idle = true;
        while (waiting.isEmpty() && !isDown() && !isClosing()) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Memory that ran out, say, must not end the thread on which everyone waits. */
    private void takeTurnWhateverHappens() {
        try {
            takeTurn();
        } catch (RuntimeException | Error failure) {
            LOG.error("A turn of the committer failed; the store will be opened again", failure);
            LockSupport.parkNanos(this, RETRY_NANOS);
        }
    }

    private void takeTurn() {
        turn.lock();
        try {
            if (isDown()) {
                recover();
            } else {
                workOnce();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Applies one group of those that wait, if any do. Only for who has the turn. */
    private void workOnce() {
        List<Request<?>> group = new ArrayList<>();
        Request<?> first = waiting.poll();
        if (first == null) {
            return;
        }
        boolean done = false;
        try {
            group.add(first);
            carryOut(group);
            done = true;
        } finally {
            if (!done) {
                giveUp(first, group);
            }
        }
    }

    /** Leaves nobody waiting, and nothing of this group to be built upon: what became of it is not known. */
    private void giveUp(Request<?> first, List<Request<?>> group) {
        refuseWaiting(false);
        PfsException unknown = new PfsException(FailureKind.OUTCOME_UNKNOWN, "The commit was broken off");
        first.fail(unknown);
        group.forEach(request -> request.fail(unknown));
        LockSupport.unpark(thread);
    }

    private void carryOut(List<Request<?>> group) {
        Moment moment = new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Throwable failure = write(group, moment);
        untilAlone = group.size() > 1 ? GROUPS_UNTIL_ALONE : Math.max(0, untilAlone - 1);
        if (failure != null) {
            refuse(group, failure);
            return;
        }
        if (moment.needsBackground()) {
            onBackgroundWork.run();
        }
        group.forEach(Request::tell);
    }

    private @Nullable Throwable write(List<Request<?>> group, Moment moment) {
        try (Session session = store.session()) {
            boolean spaceIsLow = recovery.isSpaceLow();
            for (Request<?> next = group.get(0); next != null; next = nextFor(group, session)) {
                next.apply(session, moment, spaceIsLow);
            }
            if (!session.isEmpty()) {
                session.writeForced();
                groups.increment();
            }
            return null;
        } catch (IOException | RuntimeException | Error failure) {
            return failure;
        }
    }

    private @Nullable Request<?> nextFor(List<Request<?>> group, Session session) {
        boolean full = group.size() >= MOST_OPERATIONS || session.count() >= MOST_WRITES;
        Request<?> next = full ? null : waiting.poll();
        if (next != null) {
            group.add(next);
        }
        return next;
    }

    private void refuse(List<Request<?>> group, Throwable failure) {
        LOG.error("A forced write failed; no changes are taken until the store is open again", failure);
        recovery.failed(failure);
        refuseWaiting(false);
        PfsException unknown =
                new PfsException(FailureKind.OUTCOME_UNKNOWN, "The disk failed in the middle of a commit", failure);
        group.forEach(request -> request.fail(unknown));
    }

    private void recover() {
        while (!isClosing()) {
            if (recovery.attempt()) {
                synchronized (this) {
                    down = false;
                }
                return;
            }
            LockSupport.parkNanos(this, RETRY_NANOS);
        }
        refuseWaiting(true);
    }

    /** Shuts the door, then turns away those who came before it was shut: nothing of theirs was begun. */
    private void refuseWaiting(boolean forGood) {
        synchronized (this) {
            down = true;
            closing |= forGood;
        }
        for (Request<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.fail(new PfsException(FailureKind.UNAVAILABLE, "Nothing was committed"));
        }
    }

    /** Finishes what was asked for and ends the thread. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
