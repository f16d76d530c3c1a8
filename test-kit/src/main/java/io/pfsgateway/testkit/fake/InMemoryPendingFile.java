package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;

/** A file that is being written. */
final class InMemoryPendingFile implements PendingFile {
    private final InMemoryCommitter committer;
    private final BranchId branch;
    private final ObjectKey key;
    private final ReceivedBytes received;

    InMemoryPendingFile(InMemoryCommitter committer, BranchId branch, ObjectKey key, ReceivedBytes received) {
        this.committer = committer;
        this.branch = branch;
        this.key = key;
        this.received = received;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        received.write(bytes, offset, length);
    }

    @Override
    public CommittedFile commit(ObjectAttributes attributes, WriteCondition condition, Optional<ContentHash> sha256) {
        return committer.commit(new FileTarget(branch, key, attributes, condition), received.finish(sha256));
    }

    @Override
    public void close() {
        received.close();
    }
}
