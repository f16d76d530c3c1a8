package io.pfsgateway.adapter.out.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server of a run of tests, started on first use; it goes with the process. */
final class PostgresServer {
    /** Longer than a busy disk holds anyone up: no test waits for this server in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        try {
            return unforced().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server that leaves it to the operating system when its files are written, since no test ends with a loss of power. */
    static EmbeddedPostgres.Builder unforced() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off");
    }

    /** An empty database of its own. */
    static JdbcSettings newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(settings("postgres"), "CREATE DATABASE " + name);
        return settings(name);
    }

    private static JdbcSettings settings(String name) {
        return new JdbcSettings(
                "jdbc:postgresql://127.0.0.1:" + Shared.SERVER.getPort() + "/" + name,
                Optional.of("postgres"),
                Optional.of("postgres"),
                JdbcSettings.DEFAULT_CONNECTIONS,
                PATIENCE);
    }

    /** Does something in a database past the gateway. */
    static void execute(JdbcSettings settings, String sql) {
        try (Connection connection = DriverManager.getConnection(settings.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
