package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How uploads in a database end; each call is a transaction. */
final class JdbiUploadEndings implements UploadEndings {
    private static final int IDS_PER_STATEMENT = 500;

    private final JdbcDatabase database;
    private final Clock clock;

    JdbiUploadEndings(JdbcDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<List<RegisteredPart>> tryCompletion(UploadId id) {
        return database.inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            return uploads.lock(id).map(upload -> {
                if (!upload.tried()) {
                    uploads.setTried(id);
                }
                return new PartTable(handle).behind(id, 0, PartNumber.MAX);
            });
        });
    }

    @Override
    public Optional<List<StagedContentId>> end(UploadId id) {
        return database.inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            return uploads.lock(id).map(upload -> {
                List<StagedContentId> contents = new PartTable(handle).contents(id);
                uploads.delete(id);
                new EndedUploadTable(handle).insert(id, clock.instant());
                return contents;
            });
        });
    }

    @Override
    public List<Upload> due(Instant begunBefore, Optional<UploadId> after, int limit) {
        // Two statements, since neither database reads an OR through two indexes in the order of a third.
        TreeMap<UploadId, Upload> due = new TreeMap<>();
        database.inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            uploads.tried(after, limit).forEach(upload -> due.put(upload.id(), upload));
            uploads.begunBefore(begunBefore, after, limit).forEach(upload -> due.put(upload.id(), upload));
            return due;
        });
        return due.values().stream().limit(limit).toList();
    }

    @Override
    public Set<UploadId> ended(Collection<UploadId> ids) {
        List<UploadId> asked = List.copyOf(ids);
        return database.inTransaction(handle -> {
            Set<UploadId> ended = new HashSet<>();
            for (int from = 0; from < asked.size(); from += IDS_PER_STATEMENT) {
                int to = Math.min(asked.size(), from + IDS_PER_STATEMENT);
                ended.addAll(new EndedUploadTable(handle).among(asked.subList(from, to)));
            }
            return ended;
        });
    }

    @Override
    public void forget(Instant endedBefore) {
        database.inTransaction(handle -> {
            new EndedUploadTable(handle).deleteBefore(endedBefore);
            return endedBefore;
        });
    }
}
