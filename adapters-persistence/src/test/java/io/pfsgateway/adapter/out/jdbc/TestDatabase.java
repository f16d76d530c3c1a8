package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.UploadBookkeeping;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database that the tests of a class share, nested ones too; after each it is checked that all connections were given back. */
final class TestDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final Function<Path, JdbcSettings> settings;
    private @Nullable TestFolder folder;
    private @Nullable JdbcBookkeeping bookkeeping;
    private int classes;

    private TestDatabase(Function<Path, JdbcSettings> settings) {
        this.settings = settings;
    }

    static TestDatabase h2() {
        return new TestDatabase(JdbcSettings::h2In);
    }

    static TestDatabase postgresql() {
        return new TestDatabase(folder -> PostgresServer.newDatabase());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            folder = TestFolder.create();
            bookkeeping = JdbcBookkeeping.open(settings.apply(folder.path()), Clock.systemUTC());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(active()).as("connections that were not given back").isZero();
    }

    private int active() {
        return database().connections().getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            bookkeeping().close();
            Objects.requireNonNull(folder).close();
        }
    }

    JdbcBookkeeping bookkeeping() {
        return Objects.requireNonNull(bookkeeping);
    }

    JdbcDatabase database() {
        return bookkeeping().database();
    }

    UploadBookkeeping uploads() {
        return bookkeeping().uploads();
    }
}
