package io.pfsgateway.adapter.in.http.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Connections on which a request has come, before there is a place and a processor for it. The newest is served first, and one that
 * has waited for too long is turned away: under more requests than can be served, whoever is served is so soon, where first come,
 * first served would have everybody wait longer and longer. While there are places, and no more wait than there are places in all,
 * nobody is turned away. Safe for many threads.
 */
final class RequestQueue {
    /** How many may have been given to a thread that has not run yet: more would wait where there is no choice among them. */
    private static final int MOST_STARTING = 8;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long TICK_MILLIS = 10;
    /** Turning away takes the processor from those who are served, so it goes at their pace, but at this one at least. */
    private static final int TURNED_AWAY_A_TICK = 20;

    private final Admission admission;
    private final Executor threads;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int starting;
    private int mayTurnAway = TURNED_AWAY_A_TICK;
    private boolean ticking;
    /** From when too many wait until none does. */
    private boolean crowded;

    /** A connection on which a request has come. */
    interface Arrival {
        /** Reads the request and answers it. */
        void serve();

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
        admission.whenOneLeaves(this::startDue);
    }

    /** Gives it to a thread now, or when its turn has come. This never waits. */
    void add(Arrival arrival) {
        synchronized (this) {
            waiting.addLast(new Waiting(arrival, nanoTime.getAsLong()));
        }
        startDue();
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
            hasStarted();
            turn.arrival.close();
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
        boolean room = admission.hasRoom(starting);
        if (crowded || !room) {
            boolean oldestTooLong = hasWaitedTooLong(waiting.getFirst());
            boolean allTooLong = room && hasWaitedTooLong(waiting.getLast());
            if (oldestTooLong && (mayTurnAway > 0 || allTooLong)) {
                mayTurnAway = Math.max(0, mayTurnAway - 1);
                return new Turn(waiting.removeFirst().arrival(), false);
            }
        }
        if (room) {
            mayTurnAway = Math.min(mayTurnAway + 1, TURNED_AWAY_A_TICK);
            return new Turn(waiting.removeLast().arrival(), true);
        }
        return null;
    }

    private boolean hasWaitedTooLong(Waiting one) {
        return nanoTime.getAsLong() - one.since() >= PATIENCE_NANOS;
    }

    /** So that they are turned away although nobody comes, starts or leaves. */
    private void keepTicking() {
        if (!ticking && !waiting.isEmpty()) {
            ticking = true;
            scheduler.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        synchronized (this) {
            ticking = false;
            mayTurnAway = TURNED_AWAY_A_TICK;
        }
        startDue();
    }

    private final class Turn implements Runnable {
        private final Arrival arrival;
        private final boolean served;

        Turn(Arrival arrival, boolean served) {
            this.arrival = arrival;
            this.served = served;
        }

        @Override
        public void run() {
            hasStarted();
            startDue();
            if (served) {
                arrival.serve();
            } else {
                arrival.turnAway();
            }
        }
    }
}
