package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.pfs.content.ContentWriter;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.staged.Staging;
import java.util.Optional;

/** A content on its way to be staged in the engine. */
final class EmbeddedPendingStagedContent implements PendingStagedContent {
    private final Staging staging;
    private final EngineBytes bytes;
    private final String owner;

    EmbeddedPendingStagedContent(Staging staging, EngineBytes bytes, String owner) {
        this.staging = staging;
        this.bytes = bytes;
        this.owner = owner;
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        bytes.write(content, offset, length);
    }

    @Override
    public StagedContent stage(Optional<ContentHash> sha256) {
        ContentWriter finished = bytes.finish(sha256);
        return EngineFailures.translating(
                Subject.NONE, () -> EmbeddedContentStaging.staged(staging.stage(finished, Bytes.utf8(owner))));
    }

    @Override
    public void close() {
        bytes.close();
    }
}
