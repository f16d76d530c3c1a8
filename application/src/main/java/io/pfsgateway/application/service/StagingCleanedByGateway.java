package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Staged contents where the file system decides who may: staged in the name of whoever sends them, and let go in the gateway's own,
 * so that the end of an upload or of a bucket clears what other users had sent for it.
 */
public final class StagingCleanedByGateway implements ContentStaging {
    private final ContentStaging staging;
    private final CallerIdentity identity;

    public StagingCleanedByGateway(ContentStaging staging, CallerIdentity identity) {
        this.staging = staging;
        this.identity = identity;
    }

    @Override
    public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
        return staging.begin(owner, sizeBytes);
    }

    @Override
    public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
        return staging.stageRange(owner, source, range);
    }

    @Override
    public Optional<StagedContent> find(StagedContentId id) {
        return asGateway(() -> staging.find(id));
    }

    @Override
    public void release(Collection<StagedContentId> ids) {
        asGateway(() -> {
            staging.release(ids);
            return ids;
        });
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        return asGateway(() -> staging.list(after, limit));
    }

    @Override
    public void removeEmptyPlaces(Instant madeBefore) {
        asGateway(() -> {
            staging.removeEmptyPlaces(madeBefore);
            return madeBefore;
        });
    }

    private <T> T asGateway(Supplier<T> work) {
        CallerIdentity.Scope own = identity.assumeGateway();
        try {
            return work.get();
        } finally {
            own.close();
        }
    }
}
