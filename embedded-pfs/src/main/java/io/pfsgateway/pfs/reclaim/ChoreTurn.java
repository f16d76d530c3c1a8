package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One chore with what came of its last step. A chore that fails is put off, longer each time, until a step of it succeeds, and one with a pace
 * rests after each; no other chore takes notice. The steps are taken by one thread; what is left may be asked for by any.
 */
final class ChoreTurn {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreTurn.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MOST_DOUBLINGS = 8;

    private final Chore chore;
    private final @Nullable Pace pace;
    private int failures;
    private long notBefore;
    private volatile boolean left = true;
    /** Whether more was told of since the first of the steps that follow each other: some of it may be behind them. */
    private boolean again;

    private volatile @Nullable Throwable failure;

    private ChoreTurn(Chore chore, @Nullable Pace pace) {
        this.chore = chore;
        this.pace = pace;
    }

    /** Of a chore that does not rest. */
    static ChoreTurn prompt(Chore chore) {
        return new ChoreTurn(chore, null);
    }

    static ChoreTurn paced(Chore chore, Pace pace) {
        return new ChoreTurn(chore, pace);
    }

    /** Whether there may be more to do, at once, after a rest, or when it is tried again. */
    boolean isLeft() {
        return left;
    }

    /** Says that there may be more to do. */
    void expect() {
        again = left;
        left = true;
    }

    /** Why the last step failed; nothing when it did not. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** When to ask again; 0 or less when its turn may come. Who hurries spares it the rests, not the time for which it is put off. */
    long nanosLeft(long now, boolean hurried) {
        if (failure != null) {
            return notBefore - now;
        }
        return pace == null || hurried ? 0 : pace.nanosLeft(now);
    }

    /** Takes a step if there may be one to take, unless it is put off or rests. */
    void take(LongSupplier nanoTime, boolean hurried) {
        long now = nanoTime.getAsLong();
        try {
            if (left && isDue(now, hurried)) {
                step();
                rest(now, nanoTime);
            }
        } catch (Throwable failed) {
            // An error too: nobody else would hear of it, and the chores of this thread must go on.
            putOff(failed, now);
        }
    }

    private boolean isDue(long now, boolean hurried) {
        if (failure != null) {
            return notBefore - now <= 0;
        }
        return pace == null || hurried || pace.isRested(now);
    }

    private void step() throws IOException {
        boolean more = chore.step();
        left = more || again;
        again &= more;
        failures = 0;
        failure = null;
    }

    private void rest(long began, LongSupplier nanoTime) {
        if (pace != null) {
            pace.worked(began, nanoTime.getAsLong());
        }
    }

    private void putOff(Throwable failed, long now) {
        Throwable before = failure;
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        notBefore = now + (PAUSE_NANOS << failures);
        failure = failed;
        left = true;
        report(failed, before == null || !isSame(before, failed));
    }

    private static boolean isSame(Throwable before, Throwable now) {
        return before.toString().equals(now.toString());
    }

    private static void report(Throwable failed, boolean isNews) {
        if (failed instanceof PfsException known && known.kind() == FailureKind.UNAVAILABLE) {
            LOG.debug("The background waits for the store", failed);
        } else if (isNews) {
            LOG.error("Work in the background failed and will be tried again", failed);
        } else {
            LOG.debug("Work in the background failed once more", failed);
        }
    }
}
