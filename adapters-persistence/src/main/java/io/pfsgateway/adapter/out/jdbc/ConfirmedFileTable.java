package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** The table of confirmed files, in one transaction. */
record ConfirmedFileTable(Handle handle) {
    private static final String COLUMNS = FileRow.SHARED_COLUMNS + ", hash, commit_id, committed_at";

    private static final String ASKED = "UNNEST(CAST(:inBranch AS BYTEA ARRAY), CAST(:inRepo AS BYTEA ARRAY),"
            + " CAST(:commitId AS BYTEA ARRAY), CAST(:latest AS BIGINT ARRAY)) WITH ORDINALITY"
            + " AS asked (in_branch, in_repo, commit_id, latest, ordinal)";

    // Each of the three reads one index in its order, and ends at its first row.
    private static final String NEWEST = "COALESCE("
            + "(SELECT MAX(own.id) FROM confirmed_files own"
            + " WHERE own.in_branch = asked.in_branch AND own.commit_id = asked.commit_id), "
            + newest("in_branch") + ", " + newest("in_repo") + ")";

    // Without the offset PostgreSQL would join before it knows the ids, and read the whole table for that.
    private static final String FOUND = " FROM (SELECT asked.ordinal AS ordinal, " + NEWEST + " AS found_id FROM "
            + ASKED + " OFFSET 0 ROWS) AS found JOIN confirmed_files ON confirmed_files.id = found.found_id";

    static final String PAGE = "SELECT ordinal, " + COLUMNS + FOUND;
    private static final String ONE = "SELECT ordinal, " + COLUMNS + ", parts" + FOUND;

    private static String newest(String subject) {
        return "(SELECT older.id FROM confirmed_files older WHERE older." + subject + " = asked." + subject
                + " AND older.committed_at <= asked.latest ORDER BY older." + subject
                + ", older.committed_at DESC, older.id DESC LIMIT 1)";
    }

    /** Moves what was announced here. */
    void insert(AnnouncementId id, AnnouncedFileTable.Place place, ContentHash hash, CommitInfo commit) {
        handle.createUpdate("INSERT INTO confirmed_files (in_branch, in_repo, parts, " + COLUMNS + ")"
                        + " SELECT :inBranch, :inRepo, parts, " + FileRow.SHARED_COLUMNS
                        + ", :hash, :commitId, :committedAt FROM announced_files WHERE id = :id")
                .bind("id", FileRow.bytes(id))
                .bind("inBranch", FileSubject.inBranch(place.branch(), place.key(), hash))
                .bind("inRepo", FileSubject.inRepo(place.branch(), place.key(), hash))
                .bind("hash", hash.bytes())
                .bind("commitId", FileRow.bytes(commit.id()))
                .bind("committedAt", EpochNanos.of(commit.finishedAt()))
                .execute();
    }

    /** What holds of a file as of a commit. */
    Optional<ConfirmedFile> asOf(BranchId branch, FileState file) {
        return bindAsked(handle.createQuery(ONE), branch, List.of(file))
                .map(FileRow.CONFIRMED)
                .findOne();
    }

    /** What holds of files as of their commits, without tables of parts; each is told with its index in the list. */
    List<FileRow.Indexed> asOf(BranchId branch, List<FileState> files) {
        return bindAsked(handle.createQuery(PAGE), branch, files)
                .map(FileRow.Indexed.MAPPER)
                .list();
    }

    static Query bindAsked(Query query, BranchId branch, List<FileState> files) {
        return query.bind("inBranch", bytes(files, file -> FileSubject.inBranch(branch, file.key(), file.hash())))
                .bind("inRepo", bytes(files, file -> FileSubject.inRepo(branch, file.key(), file.hash())))
                .bind(
                        "commitId",
                        bytes(files, file -> FileRow.bytes(file.commit().id())))
                .bind(
                        "latest",
                        ArrayArgument.ofLongs(files.stream()
                                .map(file -> EpochNanos.of(latest(file.commit().finishedAt())))
                                .toList()));
    }

    private static Argument bytes(List<FileState> files, Function<FileState, byte[]> value) {
        return ArrayArgument.ofBytes(files.stream().map(value).toList());
    }

    /** The last time that may be told as this one by a server that keeps microseconds. */
    private static Instant latest(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS).minusNanos(1);
    }

    /** What was confirmed last with a token. */
    Optional<ConfirmedFile> ofToken(BranchId branch, ObjectKey key, String token) {
        return handle.createQuery("SELECT " + COLUMNS + ", parts FROM confirmed_files WHERE token = :token"
                        + " AND project = :project AND repo = :repo AND branch = :branch AND object_key = :key"
                        + " ORDER BY id DESC LIMIT 1")
                .bind("token", token)
                .bind("project", branch.project().value())
                .bind("repo", branch.repo().value())
                .bind("branch", branch.branch().value())
                .bind("key", key.utf8())
                .map(FileRow.CONFIRMED)
                .findOne();
    }

    int delete(FileScope scope, int limit) {
        return scope.delete(handle, "confirmed_files", limit);
    }
}
