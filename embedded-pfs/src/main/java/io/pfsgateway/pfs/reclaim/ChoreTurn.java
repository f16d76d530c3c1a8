package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One chore with what came of its last step. A chore that fails is put off, longer each time, until a step of it succeeds;
 * no other chore takes notice. The steps are taken by one thread; the failure may be asked for by any.
 */
final class ChoreTurn {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreTurn.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MOST_DOUBLINGS = 8;

    private final Chore chore;
    private int failures;
    private long notBefore;
    private volatile @Nullable Throwable failure;

    ChoreTurn(Chore chore) {
        this.chore = chore;
    }

    /** Why the last step failed; nothing when it did not. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** How long it is still put off; 0 or less when its turn may come. */
    long nanosLeft(long now) {
        return failure == null ? 0 : notBefore - now;
    }

    /** Takes a step unless it is put off; says whether there may be more to do at once. */
    boolean take(long now) {
        if (nanosLeft(now) > 0) {
            return false;
        }
        try {
            boolean more = chore.step();
            failures = 0;
            failure = null;
            return more;
        } catch (Throwable failed) {
            // An error too: nobody else would hear of it, and the chores of this thread must go on.
            putOff(failed, now);
            return false;
        }
    }

    private void putOff(Throwable failed, long now) {
        Throwable before = failure;
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        notBefore = now + (PAUSE_NANOS << failures);
        failure = failed;
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
