package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.BranchLock;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that holds an advisory lock, on a connection of its own. */
final class AdvisoryLock implements BranchLock {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLock.class);

    private final Handle handle;
    private final Runnable whenClosed;
    private boolean closed;

    /**
     * @param whenClosed what is done once, behind the end of the connection's use, but only if the lock was had
     */
    AdvisoryLock(Handle handle, Runnable whenClosed) {
        this.handle = handle;
        this.whenClosed = whenClosed;
    }

    /**
     * Takes the lock; when that fails, the connection is given back.
     *
     * @throws JdbiException with PostgreSQL's state of a lock that was not available when others held it all the time
     */
    Optional<BranchLock> acquire(long number, long patienceMillis) {
        boolean had = false;
        try {
            limitSilence(patienceMillis + JdbcOpening.LONGEST_SILENCE.toMillis());
            handle.begin();
            handle.createQuery("SELECT set_config('lock_timeout', :millis, TRUE)")
                    .bind("millis", patienceMillis + "ms")
                    .mapTo(String.class)
                    .one();
            handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:number)) AS locked")
                    .bind("number", number)
                    .mapTo(int.class)
                    .one();
            limitSilence(JdbcOpening.LONGEST_SILENCE.toMillis());
            had = true;
            return Optional.of(this);
        } finally {
            if (!had) {
                giveBack();
            }
        }
    }

    /** While it waits for a lock the server says nothing, and is not lost. */
    private void limitSilence(long millis) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(millis));
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    @Override
    public synchronized void verify() {
        if (closed) {
            throw FileSystemFailure.unavailable(new IllegalStateException("The lock was closed."));
        }
        try {
            handle.createQuery("SELECT 1").mapTo(int.class).one();
        } catch (JdbiException failure) {
            throw FileSystemFailure.unavailable(failure);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                giveBack();
            } finally {
                whenClosed.run();
            }
        }
    }

    private void giveBack() {
        try (handle) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException lost) {
            // The server lets go what a lost connection held.
            LOG.debug("A connection that held a branch's lock was lost", lost);
        }
    }
}
