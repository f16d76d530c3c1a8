package io.pfsgateway.pfs.server.commit;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.OpenCommit;
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
    private final Commits commits;

    public CommitInfos(EmbeddedPfs pfs, Commits commits) {
        this.pfs = pfs;
        this.commits = commits;
    }

    /** All that is known of a commit. One that is finished began and was finished at one moment. */
    public CommitInfo info(CommitAt commit) {
        CommitInfo.Builder info = commit.open().map(CommitInfos::opened).orElseGet(() -> finished(commit));
        parent(commit).ifPresent(parent -> info.setParentCommit(parent.message()));
        return info.setCommit(commit.message()).build();
    }

    private static CommitInfo.Builder opened(OpenCommit open) {
        return CommitInfo.newBuilder().setOrigin(origin(CommitKind.CHANGE)).setStarted(Messages.time(open.started()));
    }

    private CommitInfo.Builder finished(CommitAt commit) {
        var record = pfs.reader().commit(commit.readBranch(), commit.readRef());
        return CommitInfo.newBuilder()
                .setOrigin(origin(record.kind()))
                .setDescription(record.description())
                .setStarted(Messages.time(record.time()))
                .setFinishing(Messages.time(record.time()))
                .setFinished(Messages.time(record.time()));
    }

    /** The commit before, unless this is the first that is still shown. */
    public Optional<CommitAt> parent(CommitAt commit) {
        if (commit.open().isPresent()) {
            return Optional.of(commits.finishedHead(commit.branch()));
        }
        try {
            CommitRef before = commit.readRef().ancestor(1);
            return Optional.of(commits.known(pfs.reader().resolve(commit.readBranch(), before)));
        } catch (PfsException failure) {
            if (failure.kind() == FailureKind.NO_SUCH_COMMIT) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Who made a commit: the first of a branch comes of itself. */
    private static CommitOrigin origin(CommitKind kind) {
        OriginKind origin = kind == CommitKind.ROOT ? OriginKind.AUTO : OriginKind.USER;
        return CommitOrigin.newBuilder().setKind(origin).build();
    }
}
