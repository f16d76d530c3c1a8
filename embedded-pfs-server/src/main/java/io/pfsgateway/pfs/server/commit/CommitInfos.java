package io.pfsgateway.pfs.server.commit;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.CommitKind;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitOrigin;
import io.pfsgateway.pfs.protocol.OriginKind;
import io.pfsgateway.pfs.server.words.Messages;
import java.util.Optional;

/** What is told of a commit. The engine counts no bytes by commit, so its size is not told. */
public final class CommitInfos {
    private final EmbeddedPfs pfs;

    public CommitInfos(EmbeddedPfs pfs) {
        this.pfs = pfs;
    }

    /** All that is known of a commit. It began and was finished at one moment. */
    public CommitInfo info(CommitAt commit) {
        var record = pfs.reader().commit(commit.readBranch(), commit.readRef());
        CommitInfo.Builder info = CommitInfo.newBuilder()
                .setCommit(commit.message())
                .setOrigin(origin(record.kind()))
                .setDescription(record.description())
                .setStarted(Messages.time(record.time()))
                .setFinishing(Messages.time(record.time()))
                .setFinished(Messages.time(record.time()));
        parent(commit).ifPresent(parent -> info.setParentCommit(parent.message()));
        return info.build();
    }

    /** The commit before, unless this is the first that is still shown. */
    public Optional<CommitAt> parent(CommitAt commit) {
        try {
            CommitRef before = commit.readRef().ancestor(1);
            var point = pfs.reader().resolve(commit.readBranch(), before);
            return Optional.of(new CommitAt(point.branch(), point.id(), point));
        } catch (PfsException failure) {
            if (failure.kind() == FailureKind.NO_SUCH_COMMIT) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Who made a commit: the first of a branch comes of itself. */
    public static CommitOrigin origin(CommitKind kind) {
        OriginKind origin = kind == CommitKind.ROOT ? OriginKind.AUTO : OriginKind.USER;
        return CommitOrigin.newBuilder().setKind(origin).build();
    }
}
