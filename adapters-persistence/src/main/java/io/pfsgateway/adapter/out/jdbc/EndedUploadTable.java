package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of uploads that have ended and are remembered, in one transaction. */
record EndedUploadTable(Handle handle) {
    private static final RowMapper<UploadId> ID = new CheckedRow<>((row, context) -> UploadRow.id(row));

    void insert(UploadId id, Instant endedAt) {
        handle.createUpdate("INSERT INTO ended_uploads (id, ended_at) VALUES (:id, :endedAt)")
                .bind("id", UploadRow.bytes(id))
                .bind("endedAt", EpochNanos.of(endedAt))
                .execute();
    }

    /** Those of the ids, of which there is one at least, that are there. */
    List<UploadId> among(List<UploadId> ids) {
        return handle.createQuery("SELECT id FROM ended_uploads WHERE id IN (<ids>)")
                .bindList("ids", ids.stream().map(UploadRow::bytes).toList())
                .map(ID)
                .list();
    }

    void deleteBefore(Instant time) {
        handle.createUpdate("DELETE FROM ended_uploads WHERE ended_at < :time")
                .bind("time", EpochNanos.of(time))
                .execute();
    }
}
