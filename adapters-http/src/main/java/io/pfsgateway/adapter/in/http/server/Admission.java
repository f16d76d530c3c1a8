package io.pfsgateway.adapter.in.http.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests are under way, and whether one more may be. Safe for many threads. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final int maxRequests;
    private final Semaphore places;
    private final LongAdder refused = new LongAdder();
    private volatile boolean draining;
    private volatile Runnable left = () -> {};

    /** What becomes of a request that comes. */
    enum Verdict {
        ADMITTED,
        /** All places are taken. */
        FULL,
        /** No more requests are taken. */
        DRAINING
    }

    /** For so many requests at once. */
    public Admission(int maxRequests) {
        this.maxRequests = maxRequests;
        this.places = new Semaphore(maxRequests);
    }

    /** Takes a place where one is free; whoever got one gives it back with {@link #leave}. */
    Verdict enter() {
        if (!draining && places.tryAcquire()) {
            return Verdict.ADMITTED;
        }
        return turnAway();
    }

    /** Counts one that is not let in. */
    Verdict turnAway() {
        refused.increment();
        return draining ? Verdict.DRAINING : Verdict.FULL;
    }

    void leave() {
        places.release();
        left.run();
    }

    /** Whether there is a place for one more, beside so many that are about to come. Who drains has room to tell everybody so. */
    boolean hasRoom(int coming) {
        return draining || places.availablePermits() > coming;
    }

    /** Calls this whenever a place was given back. */
    void whenOneLeaves(Runnable then) {
        left = then;
    }

    /** Takes no more requests, and waits for those under way to be answered, for as long as this at most. */
    public void drain(Duration longest) {
        draining = true;
        try {
            if (places.tryAcquire(maxRequests, longest.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(maxRequests);
            } else {
                LOG.warn("{} requests are broken off: they took longer than {}", underWay(), longest);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many requests are under way now. */
    public int underWay() {
        return maxRequests - places.availablePermits();
    }

    /** How many can be under way at once. */
    public int maxRequests() {
        return maxRequests;
    }

    /** How many were refused, since there was no place for them or no more were taken. */
    public long refused() {
        return refused.sum();
    }
}
