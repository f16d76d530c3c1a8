package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.commit.FileCommitter;
import io.pfsgateway.pfs.content.ContentWriter;
import java.util.Optional;

/** A file on its way into the engine. */
final class EmbeddedPendingFile implements PendingFile {
    private final FileCommitter files;
    private final EngineBytes bytes;
    private final BranchId branch;
    private final ObjectKey key;

    EmbeddedPendingFile(FileCommitter files, EngineBytes bytes, BranchId branch, ObjectKey key) {
        this.files = files;
        this.bytes = bytes;
        this.branch = branch;
        this.key = key;
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        bytes.write(content, offset, length);
    }

    @Override
    public CommittedFile commit(ObjectAttributes attributes, WriteCondition condition, Optional<ContentHash> sha256) {
        ContentWriter finished = bytes.finish(sha256);
        return new FileWrite(new FileTarget(branch, key, attributes, condition))
                .commit((name, path, encoded, precondition) -> files.put(name, path, finished, encoded, precondition));
    }

    @Override
    public void close() {
        bytes.close();
    }
}
