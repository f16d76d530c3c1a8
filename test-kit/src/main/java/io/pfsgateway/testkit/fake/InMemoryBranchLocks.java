package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Locks of branches in memory, one for each branch that was ever asked for. */
public final class InMemoryBranchLocks implements BranchLocks {
    private final Map<BranchId, Semaphore> branches = new ConcurrentHashMap<>();

    @Override
    public Optional<BranchLock> tryLock(BranchId branch, Duration patience) {
        Semaphore semaphore = branches.computeIfAbsent(branch, fresh -> new Semaphore(1, true));
        try {
            return semaphore.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(new Held(semaphore))
                    : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FileSystemFailure.unavailable(stopped);
        }
    }

    private static final class Held implements BranchLock {
        private final Semaphore semaphore;
        private boolean closed;

        Held(Semaphore semaphore) {
            this.semaphore = semaphore;
        }

        @Override
        public synchronized void verify() {
            if (closed) {
                throw FileSystemFailure.unavailable(new IllegalStateException("The lock was closed."));
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                semaphore.release();
            }
        }
    }
}
