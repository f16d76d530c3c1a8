package io.pfsgateway.bootstrap.admin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: from the end of the start to the beginning of the stop, and then only while the file system
 * answers. It is asked each time; one that does not answer holds up one caller, and the others for a second. Safe for many threads.
 */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile @Nullable Runnable question;

    /** From now on this is asked; it throws where the answer is no. */
    public void ask(Runnable fileSystem) {
        question = fileSystem;
    }

    /** From now on the answer is no. */
    public void stop() {
        question = null;
    }

    /** Asks. */
    public boolean isReady() {
        Runnable asked = question;
        if (asked == null || !isMyTurn()) {
            return false;
        }
        try {
            asked.run();
            failing.set(false);
            return true;
        } catch (RuntimeException failure) {
            if (!failing.getAndSet(true)) {
                LOG.warn("Not ready: the file system does not answer", failure);
            }
            return false;
        } finally {
            asking.unlock();
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
