package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.domain.file.ContentHash;
import java.util.Optional;

/** A content that is being staged. */
final class InMemoryPendingStagedContent implements PendingStagedContent {
    private final InMemoryContentStaging staging;
    private final String owner;
    private final ReceivedBytes received;

    InMemoryPendingStagedContent(InMemoryContentStaging staging, String owner, ReceivedBytes received) {
        this.staging = staging;
        this.owner = owner;
        this.received = received;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        received.write(bytes, offset, length);
    }

    @Override
    public StagedContent stage(Optional<ContentHash> sha256) {
        return staging.stage(owner, received.finish(sha256));
    }

    @Override
    public void close() {
        received.close();
    }
}
