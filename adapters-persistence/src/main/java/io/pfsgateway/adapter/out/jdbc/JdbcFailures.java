package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.failure.FileSystemFailure;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/**
 * What a database's errors mean, by their SQL states: the classes of the standard, PostgreSQL's and H2's own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 * @see <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2's error codes</a>
 */
final class JdbcFailures {
    /** Serialization failure, deadlock, lock timeout of either; and a row that another inserted after this one had looked. */
    private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    /** Of H2: connection broken, database closed, called at shutdown, object closed. */
    private static final Set<String> CLOSED = Set.of("90067", "90098", "90121", "90007");

    /** Of H2: a file could not be read or written; its database closes itself, and is opened anew by the next connection. */
    private static final Set<String> UNUSABLE_FILE = Set.of("90028", "90031", "HY000");

    /** Of H2: database already open; of PostgreSQL: read-only, as a standby is. */
    private static final Set<String> NOT_TAKING_CALLS = Set.of("90020", "25006");

    /** A page of PostgreSQL, an index of it, a file of H2. */
    private static final Set<String> CORRUPT = Set.of("XX001", "XX002", "90030");

    private static final String DISK_FULL = "53100";

    private JdbcFailures() {}

    /** Whether a transaction was certainly undone, for a reason that may be gone at once. */
    static boolean isBrokenOff(JdbiException failure) {
        return state(failure).filter(BROKEN_OFF::contains).isPresent();
    }

    /** Whether the connection was lost under a transaction, which was undone unless it had come to its commit. */
    static boolean isLost(JdbiException failure) {
        return state(failure).filter(JdbcFailures::isLost).isPresent();
    }

    private static boolean isLost(String state) {
        return state.startsWith("08") || state.startsWith("57P") || CLOSED.contains(state);
    }

    /** What the caller is told; a defect of the gateway is told as it is. */
    static RuntimeException translated(JdbiException failure) {
        Optional<SQLException> found = sqlException(failure);
        if (found.isEmpty()) {
            return failure;
        }
        // The pool, which waited in vain or was interrupted or closed, gives no state.
        String state = state(failure).orElse("08000");
        if (state.equals(DISK_FULL)) {
            return FileSystemFailure.outOfSpace(failure);
        }
        if (CORRUPT.contains(state)) {
            return FileSystemFailure.corrupt(failure);
        }
        return isOutOfReach(state) ? FileSystemFailure.unavailable(failure) : failure;
    }

    private static boolean isOutOfReach(String state) {
        return isLost(state)
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || BROKEN_OFF.contains(state)
                || UNUSABLE_FILE.contains(state)
                || NOT_TAKING_CALLS.contains(state);
    }

    /** Whether the connection is of no more use, of which the pool knows only the general cases. */
    static boolean isOfNoMoreUse(SQLException failure) {
        return state(failure)
                .filter(state -> isLost(state) || UNUSABLE_FILE.contains(state))
                .isPresent();
    }

    static Optional<String> state(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
