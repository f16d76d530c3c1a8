package io.pfsgateway.pfs.server.change;

import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/**
 * Where changes go: what is open on a branch, else a commit of their own on it. A branch is made with the commit where it is
 * missing.
 */
final class Target {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final BranchName branch;

    private Target(EmbeddedPfs pfs, Commits commits, BranchName branch) {
        this.pfs = pfs;
        this.commits = commits;
        this.branch = branch;
    }

    /** What a request names: a branch, or a commit, which can be changed only while it is open. */
    static Target of(EmbeddedPfs pfs, Commits commits, Commit commit) {
        RepoName repo = Names.repo(Names.repo(commit));
        if (pfs.repos().find(repo).isEmpty()) {
            throw Refusals.repoNotFound(repo);
        }
        String named = commit.getBranch().getName();
        if (!commit.getId().isEmpty() && (!named.isEmpty() || CommitId.matches(commit.getId()))) {
            CommitAt found = commits.find(commit);
            OpenCommit open = found.open()
                    .orElseThrow(() -> Refusals.commitFinished(repo, found.id().toString()));
            return new Target(pfs, commits, open.work());
        }
        BranchName branch = Names.newBranch(repo, named.isEmpty() ? commit.getId() : named);
        return new Target(
                pfs,
                commits,
                pfs.openCommits().find(branch).map(OpenCommit::work).orElse(branch));
    }

    BranchName branch() {
        return branch;
    }

    /** What there is now, unless the branch is still to be made. */
    Optional<CommitAt> head() {
        return pfs.branches().find(branch).map(found -> commits.finishedHead(branch));
    }

    /** Why the branch is not there when the commit is made. */
    RuntimeException gone(PfsException failure) {
        return branch.isWork() ? finished() : failure;
    }

    private RuntimeException finished() {
        return Refusals.commitFinished(
                branch.repository(), branch.openCommit().map(CommitId::toString).orElse(""));
    }

    void ensureBranch() {
        if (pfs.repos().find(branch.repository()).isEmpty()) {
            throw Refusals.repoNotFound(branch.repository());
        }
        if (pfs.branches().find(branch).isPresent()) {
            return;
        }
        if (branch.isWork()) {
            throw finished();
        }
        pfs.branches().create(branch);
    }
}
