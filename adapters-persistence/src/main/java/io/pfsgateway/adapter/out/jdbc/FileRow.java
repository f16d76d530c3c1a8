package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.AnnouncementId;
import io.pfsgateway.application.port.out.ConfirmedFile;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads rows of files that were announced or confirmed. */
final class FileRow {
    /** What both tables have of a file; its table of parts, which may be long, is named apart. */
    static final String SHARED_COLUMNS =
            "project, repo, branch, object_key, size_bytes, expected_hash, sha256, attributes, part_count, token";

    static final RowMapper<Announcement> ANNOUNCEMENT =
            new CheckedRow<>((row, context) -> announcement(row, row.getBytes("parts")));

    static final RowMapper<Announcement> ANNOUNCEMENT_WITHOUT_PARTS =
            new CheckedRow<>((row, context) -> announcement(row, null));

    static final RowMapper<ConfirmedFile> CONFIRMED =
            new CheckedRow<>((row, context) -> confirmed(row, row.getBytes("parts")));

    private FileRow() {}

    /** A row of a page: what is confirmed for the file at an index. */
    record Indexed(int index, ConfirmedFile file) {
        static final RowMapper<Indexed> MAPPER =
                new CheckedRow<>((row, context) -> new Indexed(row.getInt("ordinal") - 1, confirmed(row, null)));
    }

    private static Announcement announcement(ResultSet row, byte @Nullable [] parts) throws SQLException {
        Optional<CommitId> behind = Optional.ofNullable(row.getBytes("behind")).map(FileRow::commitId);
        return new Announcement(id(row), file(row, parts), behind, EpochNanos.toInstant(row.getLong("announced_at")));
    }

    private static ConfirmedFile confirmed(ResultSet row, byte @Nullable [] parts) throws SQLException {
        CommitId commit = commitId(row.getBytes("commit_id"));
        return new ConfirmedFile(
                file(row, parts),
                ContentHash.of(row.getBytes("hash")),
                new CommitInfo(commit, EpochNanos.toInstant(row.getLong("committed_at"))));
    }

    private static AnnouncedFile file(ResultSet row, byte @Nullable [] parts) throws SQLException {
        FileDescription description = new FileDescription(
                AttributesColumn.toAttributes(row.getBytes("attributes")),
                row.getInt("part_count"),
                PartsColumn.toParts(parts));
        ExpectedContent content = new ExpectedContent(
                row.getLong("size_bytes"), hash(row.getBytes("expected_hash")), hash(row.getBytes("sha256")));
        return new AnnouncedFile(
                branch(row), key(row), content, description, Optional.ofNullable(row.getString("token")));
    }

    static BranchId branch(ResultSet row) throws SQLException {
        return new BranchId(
                new ProjectName(row.getString("project")),
                new RepoName(row.getString("repo")),
                new BranchName(row.getString("branch")));
    }

    static ObjectKey key(ResultSet row) throws SQLException {
        return new ObjectKey(new String(row.getBytes("object_key"), StandardCharsets.UTF_8));
    }

    private static Optional<ContentHash> hash(byte @Nullable [] column) {
        return Optional.ofNullable(column).map(ContentHash::of);
    }

    private static AnnouncementId id(ResultSet row) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes("id"));
        return new AnnouncementId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    static byte[] bytes(AnnouncementId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static CommitId commitId(byte[] column) {
        return new CommitId(HexFormat.of().formatHex(column));
    }

    static byte[] bytes(CommitId id) {
        return HexFormat.of().parseHex(id.value());
    }
}
