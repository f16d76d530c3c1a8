package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;
import java.util.Optional;

/** Uploads and their parts in a database; each call is a transaction. */
final class JdbiUploadRegistry implements UploadRegistry {
    private final JdbcDatabase database;

    JdbiUploadRegistry(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void begin(Upload upload) {
        database.inTransaction(handle -> {
            UploadTable uploads = new UploadTable(handle);
            boolean known = uploads.find(upload.id()).isPresent()
                    || !new EndedUploadTable(handle).among(List.of(upload.id())).isEmpty();
            if (!known) {
                uploads.insert(upload);
            }
            return known;
        });
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return database.inTransaction(handle -> new UploadTable(handle).find(id));
    }

    @Override
    public Optional<StagedContentId> putPart(UploadId id, RegisteredPart part) {
        return database.inTransaction(handle -> {
            UploadTable.Locked upload =
                    new UploadTable(handle).lock(id).orElseThrow(() -> UploadFailure.noSuchUpload(id.value()));
            PartTable parts = new PartTable(handle);
            Optional<StagedContentId> before = parts.content(id, part.part().number());
            if (before.isPresent()) {
                parts.update(id, part);
            } else {
                parts.insert(id, part);
            }
            // A part that is put again after a lost answer replaces itself, and its content has to stay.
            Optional<StagedContentId> replaced = before.filter(content -> !content.equals(part.content()));
            if (upload.tried()) {
                replaced.ifPresent(content -> parts.keepReplaced(id, content));
                return Optional.<StagedContentId>empty();
            }
            return replaced;
        });
    }

    @Override
    public List<RegisteredPart> parts(UploadId id, Optional<PartNumber> after, int limit) {
        int number = after.map(PartNumber::value).orElse(0);
        return database.inTransaction(handle -> new PartTable(handle).behind(id, number, limit));
    }

    @Override
    public UploadPage list(UploadQuery query) {
        return database.inTransaction(handle -> new UploadListing(new UploadTable(handle), query).page());
    }
}
