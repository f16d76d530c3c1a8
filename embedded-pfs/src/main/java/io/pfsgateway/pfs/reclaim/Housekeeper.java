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
 * until it is woken. Some keep to a {@link Pace} each, unless somebody waits for them. A chore that fails is tried again after a pause of
 * its own, and neither stops nor slows any other.
 */
public final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    /** Nothing is due until it is told: waking for nothing once in a while does no harm. */
    private static final long LONG_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

    private final BooleanSupplier isRoomScarce;
    private final LongSupplier uses;
    private final LongSupplier nanoTime;
    private volatile List<ChoreTurn> turns = List.of();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::work, "pfs-housekeeper");
    private boolean closing;
    private boolean woken = true;
    private boolean busy;
    private boolean ended;
    private int pauses;
    private int waiters;
    /** How often the chores themselves used the store. */
    private long ownUses;

    /** One whose chores rest less where the disk has little room, or a count of uses of the store grows by their own alone. */
    public Housekeeper(BooleanSupplier isRoomScarce, LongSupplier uses) {
        this(isRoomScarce, uses, System::nanoTime);
    }

    Housekeeper(BooleanSupplier isRoomScarce, LongSupplier uses, LongSupplier nanoTime) {
        this.isRoomScarce = isRoomScarce;
        this.uses = uses;
        this.nanoTime = nanoTime;
    }

    /** Begins with chores that are done as soon as they can be, and others that keep to a pace; what woke it before is not forgotten. */
    public void start(List<Chore> prompt, List<Chore> unhurried) {
        turns = Stream.concat(
                        prompt.stream().map(chore -> ChoreTurn.prompt(counted(chore))),
                        unhurried.stream().map(chore -> ChoreTurn.paced(counted(chore), pace())))
                .toList();
        thread.setDaemon(true);
        thread.start();
    }

    /** What others do meanwhile counts as the chore's own: if there are any, they will be back. */
    private Chore counted(Chore chore) {
        return () -> {
            long before = uses.getAsLong();
            try {
                return chore.step();
            } finally {
                ownUses += uses.getAsLong() - before;
            }
        };
    }

    private Pace pace() {
        return new Pace(isRoomScarce, () -> uses.getAsLong() - ownUses);
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
            while (!ended && (woken || busy || isAnythingLeft())) {
                changed.await();
            }
        } finally {
            waiters--;
            lock.unlock();
        }
    }

    private boolean isAnythingLeft() {
        boolean left = false;
        for (ChoreTurn turn : turns) {
            Throwable failure = turn.failure().orElse(null);
            if (failure instanceof Error) {
                throw new IllegalStateException("Work in the background ended in an error", failure);
            }
            left |= turn.isLeft();
        }
        return left;
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
                takeTurns();
                end();
            }
        } catch (InterruptedException stopped) {
            LOG.warn("The housekeeper was interrupted", stopped);
        } finally {
            letGo();
        }
    }

    private void takeTurns() {
        for (ChoreTurn turn : turns) {
            turn.take(nanoTime, isHurried());
        }
    }

    private boolean isHurried() {
        lock.lock();
        try {
            return waiters > 0;
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
            if (woken) {
                turns.forEach(ChoreTurn::expect);
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
        return turns.stream()
                .filter(ChoreTurn::isLeft)
                .mapToLong(turn -> turn.nanosLeft(now, waiters > 0))
                .min()
                .orElse(LONG_WAIT_NANOS);
    }

    private void end() {
        lock.lock();
        try {
            busy = false;
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
