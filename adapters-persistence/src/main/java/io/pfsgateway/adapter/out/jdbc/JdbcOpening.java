package io.pfsgateway.adapter.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Opens a database: connects, and brings its schema up to date, or says why that cannot be. */
final class JdbcOpening {
    private static final String HISTORY = "pfs_s3_gateway_schema";

    /** How long a statement may take before its connection counts as lost. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    // A gateway that vanished without a word must not hold its locks until the operating system gives its connection
    // up.
    private static final String POSTGRESQL_LIMITS =
            "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'";

    // A lock may be held in silence for as long as a commit takes; a holder that vanished is found out by the server's
    // probes.
    private static final String POSTGRESQL_LIMITS_OF_LOCKS = "SET idle_in_transaction_session_timeout = '10min';"
            + " SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final Duration IDLE_LOCK_CONNECTION = Duration.ofMinutes(1);

    private final JdbcSettings settings;
    private final Dialect dialect;

    JdbcOpening(JdbcSettings settings) {
        this.settings = settings;
        this.dialect = Dialect.of(settings);
    }

    JdbcDatabase open(DatabaseObserver observer) {
        HikariDataSource connections = connect();
        try {
            migrate(connections);
            return new JdbcDatabase(connections, settings.patience(), observer);
        } catch (RuntimeException refused) {
            connections.close();
            throw refused;
        }
    }

    /** The locks of branches that go with the database; nothing is connected to before the first is asked for. */
    BranchLockPool openLocks() {
        return switch (dialect) {
            case H2 -> BranchLockPool.inThisProcess();
            case POSTGRESQL -> BranchLockPool.in(new HikariDataSource(lockPool()));
        };
    }

    private HikariConfig lockPool() {
        HikariConfig pool = pool("branch-locks");
        limitWaiting(pool, POSTGRESQL_LIMITS_OF_LOCKS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_LOCK_CONNECTION.toMillis());
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private HikariDataSource connect() {
        try {
            return new HikariDataSource(mainPool());
        } catch (PoolInitializationException failure) {
            throw refused(whyNotOpened(failure), failure);
        }
    }

    private HikariConfig mainPool() {
        HikariConfig pool = pool("bookkeeping");
        switch (dialect) {
            // The last connection closes the database, so that none is ever given up.
            case H2 -> pool.setMaxLifetime(0);
            case POSTGRESQL -> limitWaiting(pool, POSTGRESQL_LIMITS);
        }
        return pool;
    }

    private HikariConfig pool(String name) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDriverClassName(dialect.driver());
        pool.setJdbcUrl(dialect.url(settings.url()));
        settings.user().ifPresent(pool::setUsername);
        settings.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(settings.patience().toMillis());
        pool.setValidationTimeout(settings.patience().toMillis() / 2);
        pool.setInitializationFailTimeout(settings.patience().toMillis());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setExceptionOverride(new LostConnections());
        return pool;
    }

    private void limitWaiting(HikariConfig pool, String limits) {
        String seconds = Long.toString(Math.max(1, settings.patience().toSeconds()));
        pool.addDataSourceProperty("connectTimeout", seconds);
        pool.addDataSourceProperty("loginTimeout", seconds);
        pool.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_SILENCE.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "pfs-s3-gateway");
        pool.setConnectionInitSql(limits);
    }

    private void migrate(HikariDataSource connections) {
        Flyway flyway = Flyway.configure(JdbcOpening.class.getClassLoader())
                .dataSource(connections)
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .table(HISTORY)
                .placeholders(Map.of("bytes", dialect.bytes()))
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw refused(whyNotMigrated(flyway, failure), failure);
        }
    }

    private static String whyNotMigrated(Flyway flyway, FlywayException failure) {
        try {
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getState().name().startsWith("FUTURE")) {
                    return "was written by a newer version of the gateway (its schema is " + applied.getVersion() + ")";
                }
            }
        } catch (FlywayException second) {
            failure.addSuppressed(second);
        }
        return "cannot be brought up to date: " + oneLine(failure);
    }

    /** Flyway's report of a migration that failed has a heading, rules and the statement, a line each. */
    private static String oneLine(FlywayException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("-{3,}", " ")
                .replaceAll("\\s*\\R\\s*", " ")
                .strip()
                .replaceAll("[.]$", "");
    }

    private static String whyNotOpened(Throwable failure) {
        String state = JdbcFailures.state(failure).orElse("");
        return switch (state) {
            case "90020" -> "is in use by another process";
            case "28000", "28P01" -> "refuses the user or the password";
            case "3D000" -> "does not exist";
            default -> "cannot be reached (" + (state.isEmpty() ? "no answer" : "SQL state " + state) + ")";
        };
    }

    private JdbcRefused refused(String why, @Nullable Throwable cause) {
        return new JdbcRefused("The database " + settings.name() + " " + why + ".", cause);
    }
}
