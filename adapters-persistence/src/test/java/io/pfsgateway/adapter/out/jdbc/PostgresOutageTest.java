package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileAttributeStore;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.Upload;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that goes away and comes back under a gateway that stays. */
final class PostgresOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final ObjectKey KEY = new ObjectKey("a");
    private static final ContentHash HASH = new ContentHash("ab".repeat(32));
    private static final CommitInfo COMMIT =
            new CommitInfo(new CommitId("0123456789ab4def8123456789abcdef"), Instant.EPOCH);

    @TempDir
    Path folder;

    private EmbeddedPostgres start(int port) throws IOException {
        return PostgresServer.unforced()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static JdbcSettings settings(int port) {
        return new JdbcSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                Optional.of("postgres"),
                Optional.empty(),
                4,
                PATIENCE);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void callsFailWhileItIsGoneAndWorkAfterwards() throws IOException {
        EmbeddedPostgres first = start(0);
        Upload upload = Uploads.of("key");
        try (JdbcBookkeeping bookkeeping = JdbcBookkeeping.open(settings(first.getPort()), Clock.systemUTC())) {
            UploadBookkeeping uploads = bookkeeping.uploads();
            uploads.registry().begin(upload);
            uploads.registry().putPart(upload.id(), Uploads.part(1, "one"));
            assertThat(bookkeeping.isReachable()).isTrue();

            first.close();
            everyCallOf(uploads, upload).forEach(PostgresOutageTest::assertUnavailable);
            everyCallOf(bookkeeping, upload.branch()).forEach(PostgresOutageTest::assertUnavailable);
            assertThat(bookkeeping.isReachable()).isFalse();

            try (EmbeddedPostgres second = start(first.getPort())) {
                assertThat(second.getPort()).isEqualTo(first.getPort());
                awaitReachable(bookkeeping);
                assertThat(described(bookkeeping, upload.branch())).isEqualTo(FileAttributeLookup.NOTHING);
                awaitLock(bookkeeping, upload.branch());
                assertThat(uploads.registry().find(upload.id())).contains(upload);
                assertThat(uploads.registry().putPart(upload.id(), Uploads.part(2, "two")))
                        .isEmpty();
                assertThat(uploads.endings().tryCompletion(upload.id()))
                        .contains(List.of(Uploads.part(1, "one"), Uploads.part(2, "two")));
            }
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aRestartBetweenTwoCallsGoesUnnoticed() throws IOException {
        EmbeddedPostgres first = start(0);
        Upload upload = Uploads.of("key");
        try (JdbcBookkeeping bookkeeping = JdbcBookkeeping.open(settings(first.getPort()), Clock.systemUTC())) {
            bookkeeping.uploads().registry().begin(upload);
            first.close();
            try (EmbeddedPostgres second = start(first.getPort())) {
                assertThat(second.getPort()).isEqualTo(first.getPort());
                assertThat(bookkeeping.uploads().registry().find(upload.id())).contains(upload);
            }
        }
    }

    /** The pool looks for a lost database at intervals that grow to seconds; each question here waits for the next look. */
    private static void awaitReachable(JdbcBookkeeping bookkeeping) {
        boolean reachable = false;
        while (!reachable) {
            reachable = bookkeeping.isReachable();
        }
    }

    private static List<ThrowingCallable> everyCallOf(UploadBookkeeping uploads, Upload upload) {
        UploadQuery query =
                new UploadQuery(upload.branch(), "", Optional.empty(), Optional.empty(), Optional.empty(), 10);
        return List.of(
                () -> uploads.registry().begin(Uploads.of("other")),
                () -> uploads.registry().find(upload.id()),
                () -> uploads.registry().putPart(upload.id(), Uploads.part(2, "two")),
                () -> uploads.registry().parts(upload.id(), Optional.empty(), 10),
                () -> uploads.registry().list(query),
                () -> uploads.endings().tryCompletion(upload.id()),
                () -> uploads.endings().end(upload.id()),
                () -> uploads.endings().due(Instant.MAX, Optional.empty(), 10),
                () -> uploads.endings().ended(List.of(upload.id())),
                () -> uploads.endings().forget(Instant.MIN));
    }

    private static List<ThrowingCallable> everyCallOf(JdbcBookkeeping bookkeeping, BranchId branch) {
        FileAttributeStore store = bookkeeping.fileAttributes().store();
        AnnouncedFile file = new AnnouncedFile(
                branch,
                KEY,
                new ExpectedContent(1, Optional.empty(), Optional.empty()),
                FileDescription.NONE,
                Optional.empty());
        return List.of(
                () -> store.announce(AnnouncementId.next(), file, Optional.empty()),
                () -> store.confirm(AnnouncementId.next(), HASH, COMMIT),
                () -> store.withdraw(AnnouncementId.next()),
                () -> described(bookkeeping, branch),
                () -> store.findAll(branch, List.of(new FileState(KEY, HASH, 1, COMMIT))),
                () -> store.findByToken(branch, KEY, "token"),
                () -> bookkeeping.fileAttributes().removal().removeBranch(branch),
                () -> bookkeeping.branchLocks().tryLock(branch, PATIENCE));
    }

    private static FileAttributeLookup described(JdbcBookkeeping bookkeeping, BranchId branch) {
        return bookkeeping.fileAttributes().store().find(branch, new FileState(KEY, HASH, 1, COMMIT));
    }

    /** The pool of locks has its own looks at the database. */
    private static void awaitLock(JdbcBookkeeping bookkeeping, BranchId branch) {
        boolean had = false;
        while (!had) {
            try {
                bookkeeping
                        .branchLocks()
                        .tryLock(branch, PATIENCE)
                        .orElseThrow()
                        .close();
                had = true;
            } catch (FileSystemFailure notYet) {
                assertThat(notYet.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
            }
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        FileSystemFailure failure = catchThrowableOfType(FileSystemFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE);
    }
}
