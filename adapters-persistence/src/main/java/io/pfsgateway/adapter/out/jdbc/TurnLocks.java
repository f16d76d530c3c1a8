package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Locks of branches for a database that only this process has open: turns in its memory, which go with it. */
final class TurnLocks implements BranchLocks {
    private final Turns turns = new Turns();

    @Override
    public Optional<BranchLock> tryLock(BranchId branch, Duration patience) {
        return turns.await(branch, patience) ? Optional.of(new Held(turns, branch)) : Optional.empty();
    }

    private static final class Held implements BranchLock {
        private final Turns turns;
        private final BranchId branch;
        private final AtomicBoolean closed = new AtomicBoolean();

        Held(Turns turns, BranchId branch) {
            this.turns = turns;
            this.branch = branch;
        }

        @Override
        public void verify() {
            if (closed.get()) {
                throw FileSystemFailure.unavailable(new IllegalStateException("The lock was closed."));
            }
        }

        @Override
        public void close() {
            if (!closed.getAndSet(true)) {
                turns.pass(branch);
            }
        }
    }
}
