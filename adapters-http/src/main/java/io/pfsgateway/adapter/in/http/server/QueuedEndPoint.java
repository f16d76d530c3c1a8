package io.pfsgateway.adapter.in.http.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose requests queue up with those of all others. What is left of a request that has begun, its body and its answer,
 * does not: Jetty has it done as ever.
 */
class QueuedEndPoint extends AheadReadingEndPoint {
    private final RequestQueue queue;
    private volatile boolean awaitsRequest;
    /** What the queue has decided about the request that has come, until the request asks. */
    private final AtomicReference<@Nullable Function<Admission, Admission.Verdict>> decision = new AtomicReference<>();

    QueuedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            RequestQueue queue) {
        super(channel, selector, key, scheduler);
        this.queue = queue;
    }

    /** What comes next is a request, or more of its head. */
    final void awaitRequest() {
        awaitsRequest = true;
    }

    /** It is being read: what comes next may be its body. */
    final void readRequest() {
        awaitsRequest = false;
    }

    /** Decides about the request that has come. One behind it has not queued up, and takes a place where one is free. */
    final Admission.Verdict enter(Admission admission) {
        Function<Admission, Admission.Verdict> decided = decision.getAndSet(null);
        return decided == null ? admission.enter() : decided.apply(admission);
    }

    @Override
    final boolean awaitsRequest() {
        return awaitsRequest;
    }

    /** While too many wait, what they send is left where it is. */
    @Override
    final boolean mayReadAhead() {
        return !queue.isCrowded();
    }

    @Override
    final Runnable onRequest(Runnable task) {
        return Invocable.from(Invocable.InvocationType.NON_BLOCKING, () -> queueUp(task));
    }

    /** The rest of a request that has been let in goes past those that wait. */
    @Override
    final void onReadAhead(Runnable task) {
        if (awaitsRequest) {
            queueUp(task);
        } else {
            queue.pass(task);
        }
    }

    private void queueUp(Runnable task) {
        awaitsRequest = false;
        // The time for which it may be idle does not run out while it waits.
        notIdle();
        queue.add(new Turn(task));
    }

    private final class Turn implements RequestQueue.Arrival {
        private final Runnable task;

        Turn(Runnable task) {
            this.task = task;
        }

        @Override
        public void serve(Admission.Place kept) {
            decision.set(admission -> kept.enter());
            task.run();
        }

        @Override
        public void turnAway() {
            decision.set(Admission::turnAway);
            task.run();
        }

        @Override
        public void close() {
            QueuedEndPoint.this.close();
        }
    }
}
