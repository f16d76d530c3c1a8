package io.pfsgateway.adapter.out.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.application.port.out.BranchLocks;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Locks of branches as advisory locks of PostgreSQL's transactions, which the server lets go when it loses the connection. A lock
 * holds a connection all the time, so there is a pool for locks alone, and a writer asks it only when it has its turn among
 * those of this process: however many wait for one branch, they take one connection. Writers to more branches than there are
 * connections wait for one of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
final class AdvisoryLocks implements BranchLocks {
    private static final String LOCK_TIMEOUT = "55P03";

    private final Jdbi jdbi;
    private final Semaphore free;
    private final Turns turns = new Turns();

    AdvisoryLocks(HikariDataSource connections) {
        this.jdbi = Jdbi.create(connections);
        this.free = new Semaphore(connections.getMaximumPoolSize(), true);
    }

    @Override
    public Optional<BranchLock> tryLock(BranchId branch, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        if (!turns.await(branch, patience)) {
            return Optional.empty();
        }
        Optional<BranchLock> lock = Optional.empty();
        try {
            lock = lockInTurn(branch, deadline);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                turns.pass(branch);
            }
        }
    }

    private Optional<BranchLock> lockInTurn(BranchId branch, long deadline) {
        if (!awaitFree(deadline)) {
            return Optional.empty();
        }
        Optional<BranchLock> lock = Optional.empty();
        try {
            lock = lockInDatabase(branch, deadline);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                free.release();
            }
        }
    }

    private boolean awaitFree(long deadline) {
        try {
            return free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FileSystemFailure.unavailable(stopped);
        }
    }

    private Optional<BranchLock> lockInDatabase(BranchId branch, long deadline) {
        try {
            AdvisoryLock lock = new AdvisoryLock(jdbi.open(), () -> {
                free.release();
                turns.pass(branch);
            });
            // The least that the server takes for a limit; nought would be none.
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
            return lock.acquire(FileSubject.lockNumber(branch), millis);
        } catch (JdbiException failure) {
            if (JdbcFailures.state(failure).filter(LOCK_TIMEOUT::equals).isPresent()) {
                return Optional.empty();
            }
            throw JdbcFailures.translated(failure);
        }
    }
}
