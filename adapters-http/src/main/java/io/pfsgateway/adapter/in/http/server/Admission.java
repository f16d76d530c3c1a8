package io.pfsgateway.adapter.in.http.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests are under way, and whether one more may be. Safe for many threads. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    /** How long who finds no place waits for one, unless something else is said. */
    public static final Duration USUAL_PATIENCE = Duration.ofMillis(20);

    private final int maxRequests;
    private final Duration patience;
    private final Semaphore places;
    private final LongAdder refused = new LongAdder();
    private volatile boolean draining;
    private volatile Waiters waiters = Waiters.NOBODY;

    /** Those who want a place and have none yet. */
    interface Waiters {
        Waiters NOBODY = new Waiters() {
            @Override
            public void placeMayBeFree() {
                // Nobody wants the place.
            }

            @Override
            public int number() {
                return 0;
            }
        };

        /** A place was given back, or no more requests are taken. */
        void placeMayBeFree();

        int number();
    }

    /** What becomes of a request that comes. */
    enum Verdict {
        ADMITTED,
        /** All places are taken. */
        FULL,
        /** No more requests are taken. */
        DRAINING
    }

    /** For so many requests at once, with those who find no place waiting for one for so long. */
    public Admission(int maxRequests, Duration patience) {
        this.maxRequests = maxRequests;
        this.patience = patience;
        this.places = new Semaphore(maxRequests);
    }

    /** A place that is kept for a request that is still to be read. */
    final class Place {
        private final AtomicBoolean kept = new AtomicBoolean(true);

        /** Lets a request in at this place; at another where this one was given back. */
        Verdict enter() {
            if (!kept.getAndSet(false)) {
                return Admission.this.enter();
            }
            if (draining) {
                leave();
                return turnAway();
            }
            return Verdict.ADMITTED;
        }

        /** Frees the place where no request came, and tells whether that was so. Nobody is told of it. */
        boolean giveBack() {
            boolean unused = kept.getAndSet(false);
            if (unused) {
                places.release();
            }
            return unused;
        }
    }

    /** Keeps a place, where one is free and requests are taken. */
    Optional<Place> reserve() {
        return take() ? Optional.of(new Place()) : Optional.empty();
    }

    /** Takes a place where one is free; whoever got one gives it back with {@link #leave}. */
    Verdict enter() {
        return take() ? Verdict.ADMITTED : turnAway();
    }

    private boolean take() {
        return !draining && places.tryAcquire();
    }

    /** Counts one that is not let in. */
    Verdict turnAway() {
        refused.increment();
        return draining ? Verdict.DRAINING : Verdict.FULL;
    }

    void leave() {
        places.release();
        waiters.placeMayBeFree();
    }

    /** Whether a place is free. */
    boolean hasRoom() {
        return places.availablePermits() > 0;
    }

    /** Whether no more requests are taken. */
    boolean isDraining() {
        return draining;
    }

    /** Tells these of what they wait for. The last that were given are told. */
    void tell(Waiters those) {
        waiters = those;
    }

    /** How long who finds no place waits for one before it is turned away. */
    Duration patience() {
        return patience;
    }

    /** Takes no more requests, and waits for those under way to be answered, for as long as this at most. */
    public void drain(Duration longest) {
        draining = true;
        waiters.placeMayBeFree();
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

    /** How many have come and were not given to a thread yet. */
    public int waiting() {
        return waiters.number();
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
