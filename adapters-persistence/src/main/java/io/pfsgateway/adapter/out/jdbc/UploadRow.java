package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchName;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ChecksumType;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a row of the table of uploads. */
final class UploadRow implements RowMapper<Upload> {
    static final String COLUMNS =
            "id, project, repo, branch, object_key, attributes, checksum_algorithm, checksum_type, begun_at";

    static final RowMapper<Upload> MAPPER = new CheckedRow<>(new UploadRow());

    private UploadRow() {}

    @Override
    public Upload map(ResultSet row, StatementContext context) throws SQLException {
        return new Upload(
                id(row),
                new BranchId(
                        new ProjectName(row.getString("project")),
                        new RepoName(row.getString("repo")),
                        new BranchName(row.getString("branch"))),
                new ObjectKey(new String(row.getBytes("object_key"), StandardCharsets.UTF_8)),
                AttributesColumn.toAttributes(row.getBytes("attributes")),
                checksum(row),
                EpochNanos.toInstant(row.getLong("begun_at")));
    }

    private static Optional<UploadChecksum> checksum(ResultSet row) throws SQLException {
        String algorithm = row.getString("checksum_algorithm");
        return algorithm == null
                ? Optional.empty()
                : Optional.of(new UploadChecksum(
                        ChecksumAlgorithm.valueOf(algorithm), ChecksumType.valueOf(row.getString("checksum_type"))));
    }

    static UploadId id(ResultSet row) throws SQLException {
        return new UploadId(HexFormat.of().formatHex(row.getBytes("id")));
    }

    static byte[] bytes(UploadId id) {
        return HexFormat.of().parseHex(id.value());
    }
}
