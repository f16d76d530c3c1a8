package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of announced files, in one transaction. */
record AnnouncedFileTable(Handle handle) {
    private static final String COLUMNS = "id, " + FileRow.SHARED_COLUMNS + ", behind, announced_at";
    private static final String OLDEST_FIRST = " ORDER BY position";

    private static final String OF_KEY = "SELECT " + COLUMNS + ", parts FROM announced_files WHERE subject = :subject";

    private static final RowMapper<Place> PLACE =
            new CheckedRow<>((row, context) -> new Place(FileRow.branch(row), FileRow.key(row)));

    /** Where an announced file is to be. */
    record Place(BranchId branch, ObjectKey key) {}

    /** Makes a row, unless the id has one. */
    void insert(Announcement announcement) {
        AnnouncedFile file = announcement.file();
        handle.createUpdate("INSERT INTO announced_files (subject, " + COLUMNS + ", parts)"
                        + " SELECT :subject, :id, :project, :repo, :branch, :key, :size, :hash, :sha256, :attributes,"
                        + " :partCount, :token, :behind, :announcedAt, :parts"
                        + " WHERE NOT EXISTS (SELECT 1 FROM announced_files WHERE id = :id)")
                .bind("id", FileRow.bytes(announcement.id()))
                .bind("subject", FileSubject.of(file.branch(), file.key()))
                .bind("project", file.branch().project().value())
                .bind("repo", file.branch().repo().value())
                .bind("branch", file.branch().branch().value())
                .bind("key", file.key().utf8())
                .bind("size", file.content().sizeBytes())
                .bind("hash", file.content().hash().map(ContentHash::bytes).orElse(null))
                .bind("sha256", file.content().sha256().map(ContentHash::bytes).orElse(null))
                .bind("attributes", AttributesColumn.of(file.description().attributes()))
                .bind("partCount", file.description().partCount())
                .bind("parts", PartsColumn.of(file.description().parts()))
                .bind("token", file.token().orElse(null))
                .bind("behind", announcement.behind().map(FileRow::bytes).orElse(null))
                .bind("announcedAt", EpochNanos.of(announcement.announcedAt()))
                .execute();
    }

    /** Keeps others from confirming an announcement until the end of the transaction; empty when it is not there. */
    Optional<Place> lock(AnnouncementId id) {
        return handle.createQuery(
                        "SELECT project, repo, branch, object_key FROM announced_files WHERE id = :id FOR UPDATE")
                .bind("id", FileRow.bytes(id))
                .map(PLACE)
                .findOne();
    }

    void delete(AnnouncementId id) {
        handle.createUpdate("DELETE FROM announced_files WHERE id = :id")
                .bind("id", FileRow.bytes(id))
                .execute();
    }

    /** What is announced for a key, of a file's size and of no other hash. */
    List<Announcement> of(BranchId branch, FileState file) {
        return handle.createQuery(OF_KEY + " AND size_bytes = :size"
                        + " AND (expected_hash IS NULL OR expected_hash = :hash)" + OLDEST_FIRST)
                .bind("subject", FileSubject.of(branch, file.key()))
                .bind("size", file.sizeBytes())
                .bind("hash", file.hash().bytes())
                .map(FileRow.ANNOUNCEMENT)
                .list();
    }

    /** What is announced for a key with a token. */
    List<Announcement> ofToken(BranchId branch, ObjectKey key, String token) {
        return handle.createQuery(OF_KEY + " AND token = :token" + OLDEST_FIRST)
                .bind("subject", FileSubject.of(branch, key))
                .bind("token", token)
                .map(FileRow.ANNOUNCEMENT)
                .list();
    }

    /** What is announced for the keys of files and is of any of their sizes, in one statement and without tables of parts. */
    List<Announcement> of(BranchId branch, List<FileState> files) {
        List<byte[]> subjects = files.stream()
                .map(FileState::key)
                .distinct()
                .map(key -> FileSubject.of(branch, key))
                .toList();
        List<Long> sizes = files.stream().map(FileState::sizeBytes).distinct().toList();
        return handle.createQuery("SELECT " + COLUMNS + " FROM announced_files"
                        + " WHERE subject = ANY(CAST(:subjects AS BYTEA ARRAY))"
                        + " AND size_bytes = ANY(CAST(:sizes AS BIGINT ARRAY))" + OLDEST_FIRST)
                .bind("subjects", ArrayArgument.ofBytes(subjects))
                .bind("sizes", ArrayArgument.ofLongs(sizes))
                .map(FileRow.ANNOUNCEMENT_WITHOUT_PARTS)
                .list();
    }

    /** What was announced before a time and behind another in the order of times and ids, without tables of parts. */
    List<Announcement> before(Instant time, Optional<Announcement> after, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM announced_files WHERE announced_at < :time"
                        + " AND (announced_at > :after OR (announced_at = :after AND id > :afterId))"
                        + " ORDER BY announced_at, id LIMIT :limit")
                .bind("time", EpochNanos.of(time))
                .bind(
                        "after",
                        after.map(each -> EpochNanos.of(each.announcedAt())).orElse(Long.MIN_VALUE))
                .bind("afterId", after.map(each -> FileRow.bytes(each.id())).orElseGet(() -> new byte[0]))
                .bind("limit", limit)
                .map(FileRow.ANNOUNCEMENT_WITHOUT_PARTS)
                .list();
    }

    int delete(FileScope scope, int limit) {
        return scope.delete(handle, "announced_files", limit);
    }
}
