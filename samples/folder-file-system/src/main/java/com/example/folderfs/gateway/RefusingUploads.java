package com.example.folderfs.gateway;

import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bookkeeping where no upload can come to an end: it refuses the first step, so that no client sends parts for nothing. It
 * holds none, which is why the contracts of a bookkeeping are not for it.
 */
final class RefusingUploads implements UploadRegistry, UploadEndings {
    static UploadBookkeeping bookkeeping() {
        RefusingUploads uploads = new RefusingUploads();
        return new UploadBookkeeping(uploads, uploads);
    }

    @Override
    public void begin(Upload upload) {
        throw BucketFailure.readOnlyFileSystem(upload.branch().bucketName());
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return Optional.empty();
    }

    @Override
    public Optional<StagedContentId> putPart(UploadId id, RegisteredPart part) {
        throw UploadFailure.noSuchUpload(id.value());
    }

    @Override
    public List<RegisteredPart> parts(UploadId id, Optional<PartNumber> after, int limit) {
        return List.of();
    }

    @Override
    public UploadPage list(UploadQuery query) {
        return new UploadPage(List.of(), false);
    }

    @Override
    public Optional<List<RegisteredPart>> tryCompletion(UploadId id) {
        return Optional.empty();
    }

    @Override
    public Optional<List<StagedContentId>> end(UploadId id) {
        return Optional.empty();
    }

    @Override
    public List<Upload> due(Instant begunBefore, Optional<UploadId> after, int limit) {
        return List.of();
    }

    @Override
    public Set<UploadId> ended(Collection<UploadId> ids) {
        return Set.of();
    }

    @Override
    public void forget(Instant endedBefore) {
        // Nothing has ended, since nothing begins.
    }
}
