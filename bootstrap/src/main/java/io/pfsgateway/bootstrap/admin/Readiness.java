package io.pfsgateway.bootstrap.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: from the end of the start to the beginning of the stop, and then only while all that they
 * need answers. It is asked each time; what does not answer holds up one caller, and the others for a second. Safe for many
 * threads.
 */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final ReentrantLock asking = new ReentrantLock();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile @Nullable List<Check> checks;

    /** From now on these are asked, in their order. */
    public void ask(List<Check> questions) {
        checks = List.copyOf(questions);
    }

    /** From now on the answer is no. */
    public void stop() {
        checks = null;
    }

    /** Asks all, whatever the first of them says. */
    ReadinessReport report() {
        List<Check> asked = checks;
        if (asked == null || !isMyTurn()) {
            return ReadinessReport.NOT_ASKED;
        }
        try {
            boolean ready = true;
            List<String> lines = new ArrayList<>();
            for (Check check : asked) {
                boolean answers = ask(check);
                ready &= answers;
                lines.add(check.name() + ": " + (answers ? "answers" : "does not answer"));
            }
            return new ReadinessReport(ready, lines);
        } finally {
            asking.unlock();
        }
    }

    private boolean ask(Check check) {
        try {
            if (check.answers().getAsBoolean()) {
                failing.remove(check.name());
                return true;
            }
            logOnce(check, null);
        } catch (RuntimeException failure) {
            logOnce(check, failure);
        }
        return false;
    }

    private void logOnce(Check check, @Nullable RuntimeException failure) {
        if (failing.add(check.name())) {
            LOG.warn("Not ready: the {} does not answer", check.name(), failure);
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
