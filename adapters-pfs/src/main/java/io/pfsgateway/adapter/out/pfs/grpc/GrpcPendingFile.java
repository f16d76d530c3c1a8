package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.util.Optional;

/** A file on its way to the server, over a stream that is closed, and so committed, only under the branch's lock. */
final class GrpcPendingFile implements PendingFile {
    private final Upstream upstream;
    private final GuardedCommit commits;
    private final SeenBranches seen;

    GrpcPendingFile(Upstream upstream, GuardedCommit commits, SeenBranches seen) {
        this.upstream = upstream;
        this.commits = commits;
        this.seen = seen;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        seen.during(upstream.modification().subject().branch(), () -> {
            upstream.write(bytes, offset, length);
            return length;
        });
    }

    @Override
    public CommittedFile commit(
            ObjectAttributes attributes, WriteCondition condition, Optional<ContentHash> announced) {
        ExpectedContent content = upstream.verified(announced);
        Modification modification = upstream.modification();
        Subject subject = modification.subject();
        FileTarget target = new FileTarget(subject.branch(), subject.objectKey(), attributes, condition);
        AnnouncedFile file = new AnnouncedFile(
                target.branch(), target.key(), content, FileDescription.ofOnePiece(attributes), Optional.empty());
        return seen.during(target.branch(), () -> commits.commit(target, file, modification));
    }

    @Override
    public void close() {
        upstream.close();
    }
}
