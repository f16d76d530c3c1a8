package io.pfsgateway.adapter.out.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A database with its connections, in which work is carried out in transactions, wholly or not at all. */
final class JdbcDatabase implements AutoCloseable {
    private static final int ATTEMPTS = 6;
    private static final long LONGEST_PAUSE_MILLIS = 40;

    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final Duration patience;

    JdbcDatabase(HikariDataSource connections, Duration patience, DatabaseObserver observer) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        jdbi.setSqlLogger(new ObservingSqlLogger(observer));
        this.patience = patience;
    }

    /**
     * Carries out work in a transaction of its own, durable when this returns; again, a few times, if the database broke it off.
     *
     * @throws io.pfsgateway.domain.failure.FileSystemFailure if the database is out of reach
     */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        long began = System.nanoTime();
        for (int attempt = 1; true; attempt++) {
            Attempt<T> one = new Attempt<>(work);
            try {
                return jdbi.inTransaction(one);
            } catch (JdbiException failure) {
                boolean again =
                        attempt < ATTEMPTS && System.nanoTime() - began < patience.toNanos() && one.wasUndone(failure);
                if (!again) {
                    throw JdbcFailures.translated(failure);
                }
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) {
        // Two that broke each other off should not meet again.
        long millis = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS * attempt / ATTEMPTS + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    Jdbi jdbi() {
        return jdbi;
    }

    HikariDataSource connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }

    /** One try at a piece of work, which remembers how far it came. */
    private static final class Attempt<T> implements HandleCallback<T, RuntimeException> {
        private final HandleCallback<T, RuntimeException> work;
        private boolean connected;
        private boolean done;

        Attempt(HandleCallback<T, RuntimeException> work) {
            this.work = work;
        }

        @Override
        public T withHandle(Handle handle) {
            connected = true;
            T result = work.withHandle(handle);
            done = true;
            return result;
        }

        boolean wasUndone(JdbiException failure) {
            // A connection that was lost before the commit was one that the pool had kept too long; another may be
            // good.
            return JdbcFailures.isBrokenOff(failure) || (connected && !done && JdbcFailures.isLost(failure));
        }
    }
}
