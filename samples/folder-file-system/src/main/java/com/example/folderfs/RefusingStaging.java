package com.example.folderfs;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds nothing and takes nothing. It is not told of a bucket that it could name, so what it refuses is not implemented. */
final class RefusingStaging implements ContentStaging {
    @Override
    public PendingStagedContent begin(String owner, OptionalLong sizeBytes) {
        throw refusal();
    }

    @Override
    public StagedContent stageRange(String owner, FileLocation source, ByteRange range) {
        throw refusal();
    }

    @Override
    public Optional<StagedContent> find(StagedContentId id) {
        return Optional.empty();
    }

    @Override
    public void release(Collection<StagedContentId> ids) {
        // What is not there is passed over, and nothing is ever there.
    }

    @Override
    public List<StagedContent> list(Optional<StagedContentId> after, int limit) {
        return List.of();
    }

    private static RequestFailure refusal() {
        return RequestFailure.notImplemented("uploads to a file system that is served for reading only");
    }
}
