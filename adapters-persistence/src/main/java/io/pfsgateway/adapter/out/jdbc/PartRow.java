package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a row of the table of parts. */
final class PartRow implements RowMapper<RegisteredPart> {
    static final String COLUMNS = "part_number, content, size_bytes, hash, checksum_algorithm, checksum, uploaded_at";

    static final RowMapper<RegisteredPart> MAPPER = new CheckedRow<>(new PartRow());

    private PartRow() {}

    @Override
    public RegisteredPart map(ResultSet row, StatementContext context) throws SQLException {
        UploadPart part = new UploadPart(
                new PartNumber(row.getInt("part_number")),
                row.getLong("size_bytes"),
                ContentHash.of(row.getBytes("hash")),
                checksum(row),
                EpochNanos.toInstant(row.getLong("uploaded_at")));
        return new RegisteredPart(part, new StagedContentId(row.getString("content")));
    }

    private static Optional<ContentChecksum> checksum(ResultSet row) throws SQLException {
        String algorithm = row.getString("checksum_algorithm");
        return algorithm == null
                ? Optional.empty()
                : Optional.of(new ContentChecksum(ChecksumAlgorithm.valueOf(algorithm), row.getString("checksum")));
    }
}
