package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.listing.UploadPage;
import io.pfsgateway.domain.listing.UploadQuery;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import java.util.List;
import java.util.Optional;

/**
 * The uploads that callers may work on where the file system decides who may: it never hears of most that is done with an upload.
 * Every way to an upload leads through {@link #begin}, {@link #find} or {@link #list}, which ask it. The gateway's own chores take
 * the registry itself.
 */
public final class GuardedUploads implements UploadRegistry {
    private final UploadRegistry registry;
    private final CallerRights rights;

    public GuardedUploads(UploadRegistry registry, CallerRights rights) {
        this.registry = registry;
        this.rights = rights;
    }

    @Override
    public void begin(Upload upload) {
        rights.require(Right.WRITE, upload.branch());
        registry.begin(upload);
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        Optional<Upload> found = registry.find(id);
        found.ifPresent(upload -> rights.require(Right.WRITE, upload.branch()));
        return found;
    }

    @Override
    public Optional<StagedContentId> putPart(UploadId id, RegisteredPart part) {
        return registry.putPart(id, part);
    }

    @Override
    public List<RegisteredPart> parts(UploadId id, Optional<PartNumber> after, int limit) {
        return registry.parts(id, after, limit);
    }

    @Override
    public UploadPage list(UploadQuery query) {
        rights.require(Right.READ, query.branch());
        return registry.list(query);
    }
}
