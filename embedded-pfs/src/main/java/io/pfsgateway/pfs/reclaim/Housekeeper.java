package io.pfsgateway.pfs.reclaim;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the background. It takes its chores in turn, a step each, until none has anything left, and then sleeps
 * until it is woken. Those that nobody waits for keep to a {@link Pace}, unless somebody does wait. A chore that fails is tried
 * again after a pause of its own, and neither stops nor slows any other.
 */
public final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    /** Nothing is due until it is told: waking for nothing once in a while does no harm. */
    private static final long LONG_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Pace pace;
    private volatile List<ChoreTurn> prompt = List.of();
    private volatile List<ChoreTurn> unhurried = List.of();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::work, "pfs-housekeeper");
    private boolean closing;
    private boolean woken = true;
    private boolean busy;
    private boolean ended;
    private boolean unhurriedLeft;
    private int pauses;
    private int waiters;

    /** One that does not rest where the disk has little room. */
    public Housekeeper(BooleanSupplier isRoomScarce) {
        this(isRoomScarce, System::nanoTime);
    }

    Housekeeper(BooleanSupplier isRoomScarce, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.pace = new Pace(isRoomScarce);
    }

    /** Begins with chores that are done as soon as they can be, and others that keep to a pace; what woke it before is not forgotten. */
    public void start(List<Chore> promptChores, List<Chore> unhurriedChores) {
        prompt = promptChores.stream().map(ChoreTurn::new).toList();
        unhurried = unhurriedChores.stream().map(ChoreTurn::new).toList();
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
     * Waits until there is nothing to do, and has it done without rests; what failed and is to be tried again is still to do.
     *
     * @throws IllegalStateException when a chore ended in an error, since waiting is no cure for that
     */
    public void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            waiters++;
            changed.signalAll();
            while (!ended && (woken || busy || unhurriedLeft || isAnyPutOff())) {
                changed.await();
            }
        } finally {
            waiters--;
            lock.unlock();
        }
    }

    private boolean isAnyPutOff() {
        boolean putOff = false;
        for (ChoreTurn turn : turns()) {
            Throwable failure = turn.failure().orElse(null);
            if (failure instanceof Error) {
                throw new IllegalStateException("Work in the background ended in an error", failure);
            }
            putOff |= failure != null;
        }
        return putOff;
    }

    private List<ChoreTurn> turns() {
        return Stream.concat(prompt.stream(), unhurried.stream()).toList();
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
                boolean more = takeTurns(prompt);
                boolean left = takeUnhurried();
                end(more, left);
            }
        } catch (InterruptedException stopped) {
            LOG.warn("The housekeeper was interrupted", stopped);
        } finally {
            letGo();
        }
    }

    private boolean takeTurns(List<ChoreTurn> turns) {
        boolean more = false;
        for (ChoreTurn turn : turns) {
            more |= turn.take(nanoTime.getAsLong());
        }
        return more;
    }

    /** Takes a step of each that keeps to the pace, unless they rest; says whether there may be more. */
    private boolean takeUnhurried() {
        long began = nanoTime.getAsLong();
        if (nanosOfRest(began) > 0) {
            return true;
        }
        boolean more = takeTurns(unhurried);
        if (more) {
            pace.worked(began, nanoTime.getAsLong());
        }
        return more;
    }

    private long nanosOfRest(long now) {
        lock.lock();
        try {
            return waiters > 0 ? 0 : pace.nanosLeft(now);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to do; says whether to go on. */
    private boolean begin() throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanosToNextStep(); left > 0 && !closing; left = nanosToNextStep()) {
                changed.awaitNanos(left);
            }
            woken = false;
            busy = !closing;
            return busy;
        } finally {
            lock.unlock();
        }
    }

    private long nanosToNextStep() {
        if (pauses > 0) {
            return LONG_WAIT_NANOS;
        }
        if (woken) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        long nextUnhurried = unhurriedLeft ? 0 : nanosToNextTry(unhurried, now);
        return Math.min(nanosToNextTry(prompt, now), Math.max(nextUnhurried, nanosOfRest(now)));
    }

    private static long nanosToNextTry(List<ChoreTurn> turns, long now) {
        return turns.stream()
                .filter(turn -> turn.failure().isPresent())
                .mapToLong(turn -> turn.nanosLeft(now))
                .min()
                .orElse(LONG_WAIT_NANOS);
    }

    private void end(boolean more, boolean left) {
        lock.lock();
        try {
            busy = false;
            woken |= more;
            unhurriedLeft = left;
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
