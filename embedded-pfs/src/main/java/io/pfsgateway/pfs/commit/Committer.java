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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes the store. {@link #run} waits until the operation is durable; an operation that fails does no
 * harm to those that shared its forced write.
 */
public final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_OPERATIONS = 512;
    private static final int MOST_WRITES = 20_000;
    private static final long RETRY_MILLIS = 500;

    private final Store store;
    private final Clock clock;
    private final Recovery recovery;
    private final Runnable onBackgroundWork;
    private final BlockingQueue<Request<?>> waiting = new LinkedBlockingQueue<>();
    private final Request<Boolean> wakeUp = new Request<>((session, moment) -> true);
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

    private void work() {
        try {
            while (!isClosing() || !waiting.isEmpty()) {
                if (!workOnce()) {
                    recover();
                }
            }
        } catch (InterruptedException stopped) {
            LOG.warn("The committer was interrupted", stopped);
        } finally {
            refuseWaiting(true);
        }
    }

    /** Applies one group; says whether it reached the disk. */
    private boolean workOnce() throws InterruptedException {
        List<Request<?>> group = new ArrayList<>();
        group.add(waiting.take());
        Moment moment = new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Throwable failure = write(group, moment);
        if (failure != null) {
            refuse(group, failure);
            return false;
        }
        if (moment.needsBackground()) {
            onBackgroundWork.run();
        }
        group.forEach(Request::tell);
        return true;
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

    private void recover() throws InterruptedException {
        while (!isClosing() && !recovery.attempt()) {
            Request<?> late = waiting.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            if (late != null) {
                late.fail(new PfsException(FailureKind.UNAVAILABLE, "The file system is not open"));
            }
        }
        synchronized (this) {
            down = false;
        }
    }

    /** Shuts the door, then turns away those who came before it was shut: nothing of theirs was begun. */
    private void refuseWaiting(boolean forGood) {
        synchronized (this) {
            down = true;
            closing |= forGood;
        }
        List<Request<?>> late = new ArrayList<>();
        waiting.drainTo(late);
        late.forEach(request -> request.fail(new PfsException(FailureKind.UNAVAILABLE, "Nothing was committed")));
    }

    /** Finishes what was asked for and ends the thread. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            waiting.add(wakeUp);
            closing = true;
        }
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
