package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table of open uploads, in one transaction. */
record UploadTable(Handle handle) {
    private static final byte[] BEFORE_ALL_IDS = {};

    // All columns of the index are named in the order, since H2 takes the rows in its order only then.
    private static final String IN_ORDER_OF_KEYS = " ORDER BY project, repo, branch, object_key, id LIMIT :limit";
    private static final String OF_BRANCH = "SELECT " + UploadRow.COLUMNS
            + " FROM uploads WHERE project = :project AND repo = :repo AND branch = :branch";

    static final String OF_KEYS = OF_BRANCH + " AND object_key >= :from AND object_key < :below" + IN_ORDER_OF_KEYS;
    private static final String OF_KEY = OF_BRANCH + " AND object_key = :key AND id > :after" + IN_ORDER_OF_KEYS;

    /** What of an upload counts for its changes. */
    record Locked(boolean tried) {}

    /** Keeps other changes of an upload waiting until the end of the transaction; empty when it is not open. */
    Optional<Locked> lock(UploadId id) {
        return handle.createQuery("SELECT tried FROM uploads WHERE id = :id FOR UPDATE")
                .bind("id", UploadRow.bytes(id))
                .map((row, context) -> new Locked(row.getBoolean("tried")))
                .findOne();
    }

    /** How many are open, counted to a limit. */
    long count(int limit) {
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM uploads LIMIT :limit) AS some_uploads")
                .bind("limit", limit)
                .mapTo(long.class)
                .one();
    }

    void insert(Upload upload) {
        bindBranch(
                        handle.createUpdate(
                                "INSERT INTO uploads (" + UploadRow.COLUMNS
                                        + ", tried) VALUES (:id, :project, :repo, :branch, :key, :attributes, :algorithm, :type, :begunAt, FALSE)"),
                        upload.branch())
                .bind("id", UploadRow.bytes(upload.id()))
                .bind("key", upload.key().utf8())
                .bind("attributes", AttributesColumn.of(upload.attributes()))
                .bind(
                        "algorithm",
                        upload.checksum()
                                .map(UploadChecksum::algorithm)
                                .map(Enum::name)
                                .orElse(null))
                .bind(
                        "type",
                        upload.checksum()
                                .map(UploadChecksum::type)
                                .map(Enum::name)
                                .orElse(null))
                .bind("begunAt", EpochNanos.of(upload.begunAt()))
                .execute();
    }

    Optional<Upload> find(UploadId id) {
        return handle.createQuery("SELECT " + UploadRow.COLUMNS + " FROM uploads WHERE id = :id")
                .bind("id", UploadRow.bytes(id))
                .map(UploadRow.MAPPER)
                .findOne();
    }

    void setTried(UploadId id) {
        handle.createUpdate("UPDATE uploads SET tried = TRUE WHERE id = :id")
                .bind("id", UploadRow.bytes(id))
                .execute();
    }

    /** Removes an upload, and its parts with it. */
    void delete(UploadId id) {
        handle.createUpdate("DELETE FROM uploads WHERE id = :id")
                .bind("id", UploadRow.bytes(id))
                .execute();
    }

    /** A branch's uploads of the keys from one to below another, in their order. */
    List<Upload> ofKeys(BranchId branch, byte[] from, byte[] below, int limit) {
        return bindBranch(handle.createQuery(OF_KEYS), branch)
                .bind("from", from)
                .bind("below", below)
                .bind("limit", limit)
                .map(UploadRow.MAPPER)
                .list();
    }

    /** A branch's uploads of one key behind one of them, in their order. */
    List<Upload> ofKey(BranchId branch, byte[] key, UploadId after, int limit) {
        return bindBranch(handle.createQuery(OF_KEY), branch)
                .bind("key", key)
                .bind("after", UploadRow.bytes(after))
                .bind("limit", limit)
                .map(UploadRow.MAPPER)
                .list();
    }

    /** Uploads of which a completion was tried, by their ids. */
    List<Upload> tried(Optional<UploadId> after, int limit) {
        return handle.createQuery("SELECT " + UploadRow.COLUMNS
                        + " FROM uploads WHERE tried = TRUE AND id > :after ORDER BY tried, id LIMIT :limit")
                .bind("after", after.map(UploadRow::bytes).orElse(BEFORE_ALL_IDS))
                .bind("limit", limit)
                .map(UploadRow.MAPPER)
                .list();
    }

    /** Uploads that were begun before a time, by their ids. */
    List<Upload> begunBefore(Instant time, Optional<UploadId> after, int limit) {
        return handle.createQuery("SELECT " + UploadRow.COLUMNS
                        + " FROM uploads WHERE begun_at < :time AND id > :after ORDER BY id LIMIT :limit")
                .bind("time", EpochNanos.of(time))
                .bind("after", after.map(UploadRow::bytes).orElse(BEFORE_ALL_IDS))
                .bind("limit", limit)
                .map(UploadRow.MAPPER)
                .list();
    }

    private static <S extends SqlStatement<S>> S bindBranch(S statement, BranchId branch) {
        return statement
                .bind("project", branch.project().value())
                .bind("repo", branch.repo().value())
                .bind("branch", branch.branch().value());
    }
}
