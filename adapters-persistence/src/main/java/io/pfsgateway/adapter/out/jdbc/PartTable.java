package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of the open uploads' parts, in one transaction. */
record PartTable(Handle handle) {
    private static final RowMapper<StagedContentId> CONTENT =
            new CheckedRow<>((row, context) -> new StagedContentId(row.getString("content")));

    /** The content of a part that is there. */
    Optional<StagedContentId> content(UploadId id, PartNumber number) {
        return handle.createQuery("SELECT content FROM upload_parts WHERE upload_id = :id AND part_number = :number")
                .bind("id", UploadRow.bytes(id))
                .bind("number", number.value())
                .map(CONTENT)
                .findOne();
    }

    /** Notes a content that was replaced, but may be part of a file that is being completed. */
    void keepReplaced(UploadId id, StagedContentId content) {
        handle.createUpdate("INSERT INTO replaced_contents (upload_id, content) SELECT :id, :content"
                        + " WHERE NOT EXISTS (SELECT 1 FROM replaced_contents"
                        + " WHERE upload_id = :id AND content = :content)")
                .bind("id", UploadRow.bytes(id))
                .bind("content", content.value())
                .execute();
    }

    /** The contents of an upload's parts, and those that were replaced and kept. */
    List<StagedContentId> contents(UploadId id) {
        return handle.createQuery("SELECT content FROM upload_parts WHERE upload_id = :id"
                        + " UNION ALL SELECT content FROM replaced_contents WHERE upload_id = :id")
                .bind("id", UploadRow.bytes(id))
                .map(CONTENT)
                .list();
    }

    void insert(UploadId id, RegisteredPart part) {
        write(
                "INSERT INTO upload_parts (upload_id, " + PartRow.COLUMNS
                        + ") VALUES (:id, :number, :content, :size, :hash, :algorithm, :checksum, :uploadedAt)",
                id,
                part);
    }

    void update(UploadId id, RegisteredPart part) {
        write(
                "UPDATE upload_parts SET content = :content, size_bytes = :size, hash = :hash,"
                        + " checksum_algorithm = :algorithm, checksum = :checksum, uploaded_at = :uploadedAt"
                        + " WHERE upload_id = :id AND part_number = :number",
                id,
                part);
    }

    private void write(String sql, UploadId id, RegisteredPart registered) {
        UploadPart part = registered.part();
        handle.createUpdate(sql)
                .bind("id", UploadRow.bytes(id))
                .bind("number", part.number().value())
                .bind("content", registered.content().value())
                .bind("size", part.sizeBytes())
                .bind("hash", part.hash().bytes())
                .bind(
                        "algorithm",
                        part.checksum()
                                .map(ContentChecksum::algorithm)
                                .map(Enum::name)
                                .orElse(null))
                .bind("checksum", part.checksum().map(ContentChecksum::value).orElse(null))
                .bind("uploadedAt", EpochNanos.of(part.uploadedAt()))
                .execute();
    }

    /** An upload's parts behind a number, by their numbers. */
    List<RegisteredPart> behind(UploadId id, int number, int limit) {
        return handle.createQuery("SELECT " + PartRow.COLUMNS
                        + " FROM upload_parts WHERE upload_id = :id AND part_number > :number"
                        + " ORDER BY upload_id, part_number LIMIT :limit")
                .bind("id", UploadRow.bytes(id))
                .bind("number", number)
                .bind("limit", limit)
                .map(PartRow.MAPPER)
                .list();
    }
}
