package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileAttributeLookup;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of attributes costs, in statements and in rows that are read, with many versions of equal bytes beside it. */
abstract class FileAttributeCost {
    private static final int VERSIONS = 3000;
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final ContentHash HASH = new ContentHash("ab".repeat(32));

    private final AtomicInteger statements = new AtomicInteger();

    /** The database under test. */
    protected abstract TestDatabase database();

    /** How the database says that it found a page of ten by its indexes, and read no version that it does not answer. */
    protected abstract void assertReadsByTheIndexes(String plan);

    @AfterEach
    void stopCounting() {
        database().database().jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private static CommitInfo commit(int second) {
        return new CommitInfo(new CommitId(UUID.randomUUID().toString().replace("-", "")), START.plusSeconds(second));
    }

    /** Writes files of so many keys in turn, each a second later than the one before, in one transaction. */
    private void written(BranchId branch, int files, int keys) {
        database().database().inTransaction(handle -> {
            for (int file = 0; file < files; file++) {
                write(handle, branch, new ObjectKey("k" + file % keys), commit(file));
            }
            return files;
        });
    }

    private static void write(Handle handle, BranchId branch, ObjectKey key, CommitInfo commit) {
        AnnouncementId id = AnnouncementId.next();
        ExpectedContent content = new ExpectedContent(1, Optional.of(HASH), Optional.empty());
        AnnouncedFile file = new AnnouncedFile(branch, key, content, FileDescription.NONE, Optional.empty());
        AnnouncedFileTable announced = new AnnouncedFileTable(handle);
        announced.insert(new Announcement(id, file, Optional.empty(), START));
        new ConfirmedFileTable(handle).insert(id, new AnnouncedFileTable.Place(branch, key), HASH, commit);
        announced.delete(id);
    }

    private static List<FileState> page(int files, int second) {
        return IntStream.range(0, files)
                .mapToObj(key -> new FileState(new ObjectKey("k" + key), HASH, 1, commit(second)))
                .toList();
    }

    @Test
    void aPageOfAThousandIsTwoStatements() {
        BranchId branch = BranchId.of("master", "page");
        written(branch, 500, 500);
        database().database().jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });

        List<FileAttributeLookup> found =
                database().bookkeeping().fileAttributes().store().findAll(branch, page(1000, 500));
        assertThat(found.stream().filter(each -> each.confirmed().isPresent())).hasSize(500);
        assertThat(statements.get()).isEqualTo(2);
    }

    @Test
    void announcementsOfOtherSizesAndHashesAndTokensAreNotRead() {
        BranchId branch = BranchId.of("master", "announced");
        ObjectKey key = new ObjectKey("k");
        ContentHash other = new ContentHash("cd".repeat(32));
        List<Announcement> read = database().database().inTransaction(handle -> {
            AnnouncedFileTable table = new AnnouncedFileTable(handle);
            for (int i = 0; i < 10; i++) {
                announce(table, branch, key, new ExpectedContent(i, Optional.empty(), Optional.empty()), "t" + i);
                announce(table, branch, key, new ExpectedContent(1, Optional.of(other), Optional.empty()), "u" + i);
            }
            FileState asked = new FileState(key, HASH, 1, commit(1));
            List<Announcement> found = new ArrayList<>(table.of(branch, asked));
            found.addAll(table.of(branch, List.of(asked)).stream()
                    .filter(each -> each.file().content().hash().isEmpty())
                    .toList());
            found.addAll(table.ofToken(branch, key, "t1"));
            return found;
        });

        assertThat(read).extracting(each -> each.file().token().orElseThrow()).containsExactly("t1", "t1", "t1");
    }

    private static void announce(
            AnnouncedFileTable table, BranchId branch, ObjectKey key, ExpectedContent content, String token) {
        AnnouncedFile file = new AnnouncedFile(branch, key, content, FileDescription.NONE, Optional.of(token));
        table.insert(new Announcement(AnnouncementId.next(), file, Optional.empty(), START));
    }

    @Test
    void manyVersionsOfEqualBytesAreNotRead() {
        BranchId branch = BranchId.of("master", "versions");
        written(branch, VERSIONS, 10);

        assertReadsByTheIndexes(planOf(branch, page(10, VERSIONS / 2)));
    }

    private String planOf(BranchId branch, List<FileState> page) {
        return database().database().inTransaction(handle -> {
            handle.execute("ANALYZE");
            List<String> lines = ConfirmedFileTable.bindAsked(
                            handle.createQuery("EXPLAIN ANALYZE " + ConfirmedFileTable.PAGE), branch, page)
                    .map((row, context) -> row.getString(1))
                    .list();
            return String.join("\n", lines);
        });
    }
}
