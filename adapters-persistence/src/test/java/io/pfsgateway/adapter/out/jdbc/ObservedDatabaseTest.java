package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObservedDatabaseTest {
    @TempDir
    Path folder;

    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private JdbcBookkeeping open(JdbcSettings settings) {
        return JdbcBookkeeping.open(settings, Clock.systemUTC(), (nanos, hasFailed) -> {
            assertThat(nanos).isNotNegative();
            (hasFailed ? failed : done).increment();
        });
    }

    @Test
    void tellsOfEveryStatement() {
        try (JdbcBookkeeping bookkeeping = open(JdbcSettings.h2In(folder))) {
            long before = done.sum();
            assertThat(bookkeeping.isReachable()).isTrue();
            assertThat(done.sum()).isEqualTo(before + 1);

            Jdbi jdbi = bookkeeping.database().jdbi();
            String again = "INSERT INTO ended_uploads (id, ended_at) VALUES (X'00', 1)";
            jdbi.useHandle(handle -> handle.execute(again));
            assertThatExceptionOfType(JdbiException.class)
                    .isThrownBy(() -> jdbi.useHandle(handle -> handle.execute(again)));
            assertThat(failed.sum()).isEqualTo(1);
        }
    }

    @Test
    void countsOpenUploadsToALimitInH2() {
        countsOpenUploads(JdbcSettings.h2In(folder));
    }

    @Test
    void countsOpenUploadsToALimitInPostgresql() {
        countsOpenUploads(PostgresServer.newDatabase());
    }

    private void countsOpenUploads(JdbcSettings settings) {
        try (JdbcBookkeeping bookkeeping = open(settings)) {
            assertThat(bookkeeping.openUploads(10)).isZero();
            for (String key : new String[] {"a", "b", "c"}) {
                bookkeeping.uploads().registry().begin(Uploads.of(key));
            }
            assertThat(bookkeeping.openUploads(10)).isEqualTo(3);
            assertThat(bookkeeping.openUploads(2)).isEqualTo(2);
        }
    }
}
