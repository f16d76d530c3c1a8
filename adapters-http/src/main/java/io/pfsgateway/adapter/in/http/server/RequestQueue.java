package io.pfsgateway.adapter.in.http.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections on which a request has come, before there is a place and a processor for it. As long as no more wait than there are
 * places in all, they are served in the order in which they came, and while there are places nobody is turned away. When more do, and
 * until none does, the newest is served first, and one that has waited for too long is turned away: first come, first served would
 * have everybody wait longer and longer then. Safe for many threads.
 */
final class RequestQueue implements Admission.Waiters {
    /** How many may have been given to a thread that has not run yet: more would wait where there is no choice among them. */
    private static final int MOST_STARTING = 8;

    private static final long TICK_MILLIS = 10;
    /** Turning away takes the processor from those who are served, so it goes at their pace, but at this one at least. */
    private static final int TURNED_AWAY_A_TICK = 20;

    private static final Logger LOG = LoggerFactory.getLogger(RequestQueue.class);

    private final Admission admission;
    private final Executor threads;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final long patienceNanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int starting;
    private int mayTurnAway = TURNED_AWAY_A_TICK;
    private boolean ticking;
    /** From when too many wait until none does. */
    private volatile boolean crowded;

    /** A connection on which a request has come. */
    interface Arrival {
        /** Reads the request and answers it, at this place. It may turn out that there is none, but more of its head to come, say. */
        void serve(Admission.Place place);

        /** Reads the request and answers that there is no room for it. */
        void turnAway();

        /** Ends the connection. */
        void close();
    }

    private record Waiting(Arrival arrival, long since) {}

    /** A queue for the places of this admission and before these threads, which serve and turn away, a thread each. */
    RequestQueue(Admission admission, Executor threads, Scheduler scheduler) {
        this(admission, threads, scheduler, System::nanoTime);
    }

    RequestQueue(Admission admission, Executor threads, Scheduler scheduler, LongSupplier nanoTime) {
        this.admission = admission;
        this.threads = threads;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
        this.patienceNanos = admission.patience().toNanos();
        admission.tell(this);
    }

    /** Gives it to a thread now, or when its turn has come. This never waits. */
    void add(Arrival arrival) {
        synchronized (this) {
            waiting.addLast(new Waiting(arrival, nanoTime.getAsLong()));
        }
        startDue();
    }

    /**
     * Gives a task to a thread at once, past all that wait, and takes no place for it: it belongs to a request that has one.
     *
     * @throws RejectedExecutionException if the threads have been stopped
     */
    void pass(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void placeMayBeFree() {
        startDue();
    }

    @Override
    public synchronized int number() {
        return waiting.size();
    }

    /** Whether more wait than there are places, or have and some of them still do. */
    boolean isCrowded() {
        return crowded;
    }

    private void startDue() {
        for (Turn turn = next(); turn != null; turn = next()) {
            start(turn);
        }
    }

    private void start(Turn turn) {
        try {
            threads.execute(turn);
        } catch (RejectedExecutionException stopped) {
            turn.close();
        } catch (RuntimeException | Error failure) {
            // Memory that ran out, say, must not stop all others for ever.
            LOG.error("No thread could be had for a request; its connection is closed", failure);
            turn.close();
        }
    }

    private synchronized void hasStarted() {
        starting--;
    }

    private synchronized @Nullable Turn next() {
        crowded = !waiting.isEmpty() && (crowded || waiting.size() > admission.maxRequests());
        Turn next = waiting.isEmpty() || starting == MOST_STARTING ? null : choose();
        if (next == null) {
            keepTicking();
        } else {
            starting++;
        }
        return next;
    }

    private @Nullable Turn choose() {
        if (admission.isDraining()) {
            return new Turn(waiting.removeFirst().arrival(), Optional.empty());
        }
        boolean room = admission.hasRoom();
        if ((crowded || !room) && hasWaitedTooLong(waiting.getFirst())) {
            // When even the newest has, to serve it would have the next wait as long.
            boolean allTooLong = room && hasWaitedTooLong(waiting.getLast());
            if (mayTurnAway > 0 || allTooLong) {
                mayTurnAway = Math.max(0, mayTurnAway - 1);
                return new Turn(waiting.removeFirst().arrival(), Optional.empty());
            }
        }
        Optional<Admission.Place> place = admission.reserve();
        if (place.isEmpty()) {
            return null;
        }
        mayTurnAway = Math.min(mayTurnAway + 1, TURNED_AWAY_A_TICK);
        Waiting served = crowded ? waiting.removeLast() : waiting.removeFirst();
        return new Turn(served.arrival(), place);
    }

    private boolean hasWaitedTooLong(Waiting one) {
        return nanoTime.getAsLong() - one.since() >= patienceNanos;
    }

    /** So that they are turned away although nobody comes, starts or leaves. */
    private void keepTicking() {
        if (!ticking && !waiting.isEmpty()) {
            scheduler.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
            ticking = true;
        }
    }

    private void tick() {
        synchronized (this) {
            ticking = false;
            mayTurnAway = TURNED_AWAY_A_TICK;
        }
        startDue();
    }

    /** What a thread is to do with an arrival: to serve it at a place, or to turn it away. */
    private final class Turn implements Runnable {
        private final Arrival arrival;
        private final Optional<Admission.Place> place;
        private final AtomicBoolean begun = new AtomicBoolean();

        Turn(Arrival arrival, Optional<Admission.Place> place) {
            this.arrival = arrival;
            this.place = place;
        }

        @Override
        public void run() {
            if (!begin()) {
                return;
            }
            startDue();
            place.ifPresentOrElse(this::serveAt, arrival::turnAway);
        }

        private void serveAt(Admission.Place kept) {
            try {
                arrival.serve(kept);
            } finally {
                if (kept.giveBack()) {
                    startDue();
                }
            }
        }

        /** A pool may refuse what it runs later all the same. */
        private boolean begin() {
            boolean first = begun.compareAndSet(false, true);
            if (first) {
                hasStarted();
            }
            return first;
        }

        void close() {
            if (begin()) {
                place.ifPresent(Admission.Place::giveBack);
                arrival.close();
            }
        }
    }
}
