package io.pfsgateway.pfs.reclaim;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the background. It takes its chores in turn, a step each, until none has anything left, and then sleeps
 * until it is woken. A chore that fails is tried again after a pause of its own, and neither stops nor slows any other.
 */
public final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    /** Nothing is due until it is told: waking for nothing once in a while does no harm. */
    private static final long LONG_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

    private volatile List<ChoreTurn> turns = List.of();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::work, "pfs-housekeeper");
    private boolean closing;
    private boolean woken = true;
    private boolean busy;
    private boolean ended;
    private int pauses;

    /** Begins with these chores; what woke it before is not forgotten. */
    public void start(List<Chore> all) {
        turns = all.stream().map(ChoreTurn::new).toList();
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

    /**
     * Waits until there is nothing to do; what failed and is to be tried again is still to do.
     *
     * @throws IllegalStateException when a chore ended in an error, since waiting is no cure for that
     */
    public void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while (!ended && (woken || busy || isAnyPutOff())) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnyPutOff() {
        boolean putOff = false;
        for (ChoreTurn turn : turns) {
            Throwable failure = turn.failure().orElse(null);
            if (failure instanceof Error) {
                throw new IllegalStateException("Work in the background ended in an error", failure);
            }
            putOff |= failure != null;
        }
        return putOff;
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
                for (ChoreTurn turn : turns) {
                    more |= turn.take(System.nanoTime());
                }
                end(more);
            }
        } catch (InterruptedException stopped) {
            LOG.warn("The housekeeper was interrupted", stopped);
        } finally {
            letGo();
        }
    }

    /** Waits for something to do; says whether to go on. */
    private boolean begin() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && (pauses > 0 || !woken)) {
                long left = pauses > 0 ? LONG_WAIT_NANOS : nanosToNextTry();
                if (left <= 0) {
                    break;
                }
                changed.awaitNanos(left);
            }
            woken = false;
            busy = !closing;
            return busy;
        } finally {
            lock.unlock();
        }
    }

    private long nanosToNextTry() {
        long now = System.nanoTime();
        return turns.stream()
                .filter(turn -> turn.failure().isPresent())
                .mapToLong(turn -> turn.nanosLeft(now))
                .min()
                .orElse(LONG_WAIT_NANOS);
    }

    private void end(boolean more) {
        lock.lock();
        try {
            busy = false;
            woken |= more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whatever ended the thread, nobody is to wait for it. */
    private void letGo() {
        lock.lock();
        try {
            busy = false;
            ended = true;
            changed.signalAll();
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
