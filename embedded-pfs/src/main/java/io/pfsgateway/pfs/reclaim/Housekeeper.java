package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the background. It takes its chores in turn, a step each, until none has anything left, and then sleeps
 * until it is woken. A chore that fails is tried again after a pause, and stops no other.
 */
public final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final long PAUSE_MILLIS = 250;
    private static final int MOST_DOUBLINGS = 8;

    private List<Chore> chores = List.of();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::work, "pfs-housekeeper");
    private boolean closing;
    private boolean woken = true;
    private boolean busy;
    private int pauses;
    private int failures;

    /** Begins with these chores; what woke it before is not forgotten. */
    public void start(List<Chore> all) {
        chores = List.copyOf(all);
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that there may be something to do. Never blocks for long. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is nothing to do. */
    public void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while ((woken || busy) && thread.isAlive()) {
                changed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holds the background still while something else runs. */
    public <R> R whileStill(Still<R> action) {
        lock.lock();
        try {
            pauses++;
            while (busy) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        try {
            return action.run();
        } finally {
            resume();
        }
    }

    private void resume() {
        lock.lock();
        try {
            pauses--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What runs while the background is still. */
    @FunctionalInterface
    public interface Still<R> {
        R run();
    }

    private void work() {
        try {
            while (begin()) {
                boolean more = false;
                boolean failed = false;
                for (Chore chore : chores) {
                    try {
                        more |= chore.step();
                    } catch (IOException | RuntimeException failure) {
                        failed = true;
                        report(failure);
                    }
                }
                end(more, failed);
            }
        } catch (InterruptedException stopped) {
            LOG.warn("The housekeeper was interrupted", stopped);
        }
    }

    private static void report(Exception failure) {
        if (failure instanceof PfsException known && known.kind() == FailureKind.UNAVAILABLE) {
            LOG.debug("The background waits for the store", failure);
        } else {
            LOG.error("Work in the background failed and will be tried again", failure);
        }
    }

    /** Waits for something to do; says whether to go on. */
    private boolean begin() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && (!woken || pauses > 0)) {
                changed.await();
            }
            woken = false;
            busy = !closing;
            return busy;
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean more, boolean failed) throws InterruptedException {
        lock.lock();
        try {
            busy = false;
            woken |= more || failed;
            changed.signalAll();
            failures = failed ? Math.min(failures + 1, MOST_DOUBLINGS) : 0;
            long left = failed ? TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS << failures) : 0;
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread after the step that it is at. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
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
