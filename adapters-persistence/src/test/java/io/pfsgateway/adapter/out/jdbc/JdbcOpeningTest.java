package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.domain.upload.Upload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a database: what is made in it, and what is refused. */
final class JdbcOpeningTest {
    @TempDir
    Path folder;

    private static JdbcBookkeeping open(JdbcSettings settings) {
        return JdbcBookkeeping.open(settings, Clock.systemUTC());
    }

    private static void assertRefused(JdbcSettings settings, String why) {
        assertThatExceptionOfType(JdbcRefused.class)
                .isThrownBy(() -> open(settings))
                .withMessageContaining(settings.name())
                .withMessageContaining(why);
    }

    @Test
    void whatWasKeptIsThereAfterReopening() {
        for (JdbcSettings settings : List.of(JdbcSettings.h2In(folder), PostgresServer.newDatabase())) {
            Upload upload = Uploads.of("key");
            try (JdbcBookkeeping first = open(settings)) {
                first.uploads().registry().begin(upload);
            }
            try (JdbcBookkeeping second = open(settings)) {
                assertThat(second.uploads().registry().find(upload.id())).contains(upload);
            }
        }
    }

    @Test
    void gatewaysThatStartTogetherShareADatabase() throws Exception {
        int gateways = 3;
        JdbcSettings settings = PostgresServer.newDatabase();
        CyclicBarrier start = new CyclicBarrier(gateways);
        ExecutorService threads = Executors.newFixedThreadPool(gateways);
        List<JdbcBookkeeping> opened = new ArrayList<>();
        try {
            List<Future<JdbcBookkeeping>> openings = new ArrayList<>();
            for (int count = 0; count < gateways; count++) {
                openings.add(threads.submit(() -> {
                    start.await();
                    return open(settings);
                }));
            }
            for (Future<JdbcBookkeeping> opening : openings) {
                opened.add(opening.get());
            }
            Upload upload = Uploads.of("key");
            opened.get(0).uploads().registry().begin(upload);
            assertThat(opened)
                    .allSatisfy(each -> assertThat(each.uploads().registry().find(upload.id()))
                            .contains(upload));
        } finally {
            threads.shutdown();
            opened.forEach(JdbcBookkeeping::close);
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        for (JdbcSettings settings : List.of(JdbcSettings.h2In(folder), PostgresServer.newDatabase())) {
            try (JdbcBookkeeping current = open(settings)) {
                current.database()
                        .inTransaction(handle -> handle.execute("INSERT INTO \"pfs_s3_gateway_schema\""
                                + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"installed_by\","
                                + " \"execution_time\", \"success\")"
                                + " VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'later', 1, TRUE)"));
            }
            assertRefused(settings, "was written by a newer version of the gateway (its schema is 999)");
        }
    }

    @Test
    void aDatabaseThatHoldsOtherThingsIsRefused() {
        JdbcSettings settings = PostgresServer.newDatabase();
        PostgresServer.execute(settings, "CREATE TABLE guests (name TEXT)");

        assertRefused(settings, "cannot be brought up to date");
    }

    @Test
    void aMigrationThatFailsIsToldInALine() {
        JdbcSettings settings = PostgresServer.newDatabase();
        open(settings).close();
        PostgresServer.execute(settings, "DELETE FROM pfs_s3_gateway_schema WHERE version = '4'");

        assertThatExceptionOfType(JdbcRefused.class)
                .isThrownBy(() -> open(settings))
                .withMessageContaining("cannot be brought up to date: ")
                .withMessageContaining("announced_files")
                .satisfies(refused ->
                        assertThat(String.valueOf(refused.getMessage()).lines()).hasSize(1));
    }

    @Test
    void aSchemaOfAnOlderVersionIsBroughtUpToDate() {
        JdbcSettings settings = PostgresServer.newDatabase();
        Upload upload = Uploads.of("key");
        try (JdbcBookkeeping current = open(settings)) {
            current.uploads().registry().begin(upload);
        }
        PostgresServer.execute(
                settings,
                "DROP TABLE announced_files; DROP TABLE confirmed_files;"
                        + " DELETE FROM pfs_s3_gateway_schema WHERE version IN ('3', '4')");
        try (JdbcBookkeeping upgraded = open(settings)) {
            assertThat(upgraded.uploads().registry().find(upload.id())).contains(upload);
            assertThat(upgraded.fileAttributes().store().findByToken(upload.branch(), upload.key(), "t"))
                    .isEqualTo(FileAttributeLookup.NOTHING);
        }
    }

    @Test
    void whatWasAnnouncedBeforeItsCommitWasRememberedIsKept() {
        JdbcSettings settings = PostgresServer.newDatabase();
        Upload upload = Uploads.of("key");
        AnnouncedFile file = new AnnouncedFile(
                upload.branch(),
                upload.key(),
                new ExpectedContent(1, Optional.empty(), Optional.empty()),
                FileDescription.NONE,
                Optional.of("t"));
        try (JdbcBookkeeping current = open(settings)) {
            current.fileAttributes().store().announce(AnnouncementId.next(), file, Optional.empty());
        }
        PostgresServer.execute(
                settings,
                "ALTER TABLE announced_files DROP COLUMN behind;"
                        + " DELETE FROM pfs_s3_gateway_schema WHERE version = '4'");
        try (JdbcBookkeeping upgraded = open(settings)) {
            assertThat(upgraded.fileAttributes()
                            .store()
                            .findByToken(upload.branch(), upload.key(), "t")
                            .announced())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.file()).isEqualTo(file);
                        assertThat(found.behind()).isEmpty();
                    });
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() {
        JdbcSettings there = PostgresServer.newDatabase();

        assertRefused(JdbcSettings.of(there.url() + "none", there.user(), there.password()), "does not exist");
    }

    @Test
    void aServerThatIsNotThereIsRefused() throws IOException {
        int port = freePort();
        JdbcSettings settings = new JdbcSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/x",
                Optional.of("x"),
                Optional.empty(),
                4,
                Duration.ofMillis(500));

        assertRefused(settings, "cannot be reached");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aUrlOfAnotherKindIsRefused() {
        assertRefused(JdbcSettings.of("jdbc:mysql://host/x", Optional.empty(), Optional.empty()), "of an unknown kind");
    }

    @Test
    void aDatabaseThatForgetsIsRefused() {
        JdbcSettings settings = JdbcSettings.of(
                JdbcSettings.h2In(folder).url() + ";WRITE_DELAY=500", Optional.of("gateway"), Optional.of(""));

        assertRefused(settings, "cannot be reached");
    }
}
