package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The queues of this process, one for each branch that somebody has the turn on or waits for, first come first served. */
final class Turns {
    private final Map<BranchId, Queue> queues = new HashMap<>();

    private static final class Queue {
        private final Semaphore turn = new Semaphore(1, true);
        private int members;
    }

    /** Waits for the turn on a branch; false when it did not come in time. */
    boolean await(BranchId branch, Duration patience) {
        Semaphore turn = join(branch);
        boolean had = false;
        try {
            had = turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return had;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FileSystemFailure.unavailable(stopped);
        } finally {
            if (!had) {
                leave(branch);
            }
        }
    }

    /** Gives the turn to the next. */
    void pass(BranchId branch) {
        leave(branch).release();
    }

    private synchronized Semaphore join(BranchId branch) {
        Queue queue = queues.computeIfAbsent(branch, fresh -> new Queue());
        queue.members++;
        return queue.turn;
    }

    private synchronized Semaphore leave(BranchId branch) {
        Queue queue = queues.get(branch);
        if (queue == null) {
            throw new IllegalStateException("Nobody has the turn on " + branch);
        }
        queue.members--;
        if (queue.members == 0) {
            queues.remove(branch);
        }
        return queue.turn;
    }

    /** How many branches there are queues for. */
    synchronized int branches() {
        return queues.size();
    }
}
