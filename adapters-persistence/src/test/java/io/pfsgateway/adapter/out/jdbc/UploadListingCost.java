package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.UploadEntry;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of uploads costs, in statements and in rows that are read, with many uploads that it does not show. */
abstract class UploadListingCost {
    static final int MANY = 5000;

    private final AtomicInteger statements = new AtomicInteger();

    /** The database under test. */
    protected abstract TestDatabase database();

    /** How the database says that it reads a page's rows by the index, in its order, and no others. */
    protected abstract void assertReadsTheIndexInOrder(String plan);

    @AfterEach
    void stopCounting() {
        database().database().jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private void begin(BranchId branch, IntFunction<String> key) {
        database().database().inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            for (int count = 0; count < MANY; count++) {
                uploads.insert(new Upload(
                        UploadId.begunAt(Uploads.BEGUN),
                        branch,
                        new ObjectKey(key.apply(count)),
                        ObjectAttributes.NONE,
                        Optional.empty(),
                        Uploads.BEGUN));
            }
            return MANY;
        });
    }

    private List<UploadEntry> counted(UploadQuery query) {
        database().database().jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        return database().uploads().registry().list(query).entries();
    }

    private static UploadQuery query(BranchId branch, int limit) {
        return new UploadQuery(branch, "", Optional.of("/"), Optional.empty(), Optional.empty(), limit);
    }

    @Test
    void manyUploadsBelowACommonPrefixCostFewStatements() {
        BranchId branch = BranchId.of("master", "below");
        begin(branch, count -> "dir/" + count);
        database().uploads().registry().begin(inBranch(branch, "a"));
        database().uploads().registry().begin(inBranch(branch, "z"));

        assertThat(counted(query(branch, 1000))).extracting(UploadEntry::name).containsExactly("a", "dir/", "z");
        assertThat(statements.get()).isBetween(1, 4);
    }

    @Test
    void manyCommonPrefixesOfOneUploadCostFewStatements() {
        BranchId branch = BranchId.of("master", "prefixes");
        begin(branch, count -> "dir%04d/x".formatted(count));

        assertThat(counted(query(branch, 1000))).hasSize(1000);
        assertThat(statements.get()).isBetween(1, 20);
    }

    @Test
    void aPageBehindManyUploadsReadsOnlyItsOwnRows() {
        BranchId branch = BranchId.of("master", "behind");
        begin(branch, "key%04d"::formatted);

        assertReadsTheIndexInOrder(planOfTenRows(branch));
    }

    private String planOfTenRows(BranchId branch) {
        return database().database().inTransaction(handle -> {
            handle.execute("ANALYZE");
            List<String> lines = handle.createQuery("EXPLAIN ANALYZE " + UploadTable.OF_KEYS)
                    .bind("project", branch.project().value())
                    .bind("repo", branch.repo().value())
                    .bind("branch", branch.branch().value())
                    .bind("from", KeyBytes.of("key4000"))
                    .bind("below", KeyBytes.behindPrefix("key"))
                    .bind("limit", 10)
                    .map((row, context) -> row.getString(1))
                    .list();
            return String.join("\n", lines);
        });
    }

    private static Upload inBranch(BranchId branch, String key) {
        return new Upload(
                UploadId.begunAt(Uploads.BEGUN),
                branch,
                new ObjectKey(key),
                ObjectAttributes.NONE,
                Optional.empty(),
                Uploads.BEGUN);
    }
}
