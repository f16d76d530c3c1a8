package io.pfsgateway.adapter.out.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server of a run of tests, started on first use; it goes with the process. */
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An empty database of its own. */
    static JdbcSettings newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(settings("postgres"), "CREATE DATABASE " + name);
        return settings(name);
    }

    private static JdbcSettings settings(String name) {
        return JdbcSettings.of(
                "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name,
                Optional.of("postgres"),
                Optional.of("postgres"));
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
