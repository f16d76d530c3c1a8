package io.pfsgateway.pfs.server.repo;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitState;
import io.pfsgateway.pfs.protocol.FinishCommitRequest;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.StartCommitRequest;
import io.pfsgateway.pfs.server.call.Answers;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.CommitInfos;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;

/** Beginning and finishing commits, and what is told of them. Safe for any number of threads. */
public final class CommitRecords {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final CommitInfos infos;
    private final CommitLists lists;

    public CommitRecords(EmbeddedPfs pfs, Commits commits) {
        this.pfs = pfs;
        this.commits = commits;
        this.infos = new CommitInfos(pfs, commits);
        this.lists = new CommitLists(pfs, commits, infos);
    }

    public CommitInfo inspect(InspectCommitRequest request) {
        CommitAt commit = commits.find(request.getCommit());
        if (commit.open().isPresent() && request.getWait().compareTo(CommitState.READY) > 0) {
            throw Refusals.unimplemented("waiting for a commit that is open");
        }
        return infos.info(commit);
    }

    public Answers<CommitInfo> list(ListCommitRequest request) {
        return lists.list(request);
    }

    /** Opens a commit on a branch, which is made where it is missing. Its parent can be no other than the head. */
    public Commit start(StartCommitRequest request) {
        BranchName branch = Names.newBranch(request.getBranch());
        if (pfs.repos().find(branch.repository()).isEmpty()) {
            throw Refusals.repoNotFound(branch.repository());
        }
        if (!request.getDescription().isEmpty()) {
            throw Refusals.unimplemented("descriptions of open commits; give it when the commit is finished");
        }
        if (pfs.branches().find(branch).isEmpty()) {
            pfs.branches().create(branch);
        }
        CommitAt head = commits.finishedHead(branch);
        if (request.hasParent() && !commits.find(request.getParent()).id().equals(head.id())) {
            throw Refusals.unimplemented("commits whose parent is not the head of their branch");
        }
        return pfs.openCommits()
                .start(branch)
                .map(commits::held)
                .map(CommitAt::message)
                .orElseThrow(() -> Refusals.unfinished(
                        branch.repository(), commits.head(branch).id().toString()));
    }

    public void finish(FinishCommitRequest request) {
        CommitAt commit = commits.find(request.getCommit());
        OpenCommit open = open(commit);
        if (!request.getError().isEmpty()) {
            throw Refusals.unimplemented("commits that are finished in error");
        }
        try {
            pfs.openCommits().finish(open, request.getDescription());
        } catch (PfsException failure) {
            throw failure.kind() == FailureKind.NO_SUCH_COMMIT ? finished(commit) : failure;
        }
    }

    /** Takes back what an open commit changed. */
    public void clear(Commit commit) {
        CommitAt found = commits.find(commit);
        pfs.openCommits().clear(open(found));
    }

    private static OpenCommit open(CommitAt commit) {
        return commit.open().orElseThrow(() -> finished(commit));
    }

    private static RuntimeException finished(CommitAt commit) {
        return Refusals.commitFinished(commit.branch().repository(), commit.id().toString());
    }
}
