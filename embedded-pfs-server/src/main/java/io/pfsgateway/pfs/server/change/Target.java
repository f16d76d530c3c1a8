package io.pfsgateway.pfs.server.change;

import io.grpc.Status;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.server.commit.CommitAt;
import io.pfsgateway.pfs.server.commit.Commits;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/** Where changes go: a branch, which is made with the commit where it is missing. */
final class Target {
    private final EmbeddedPfs pfs;
    private final Commits commits;
    private final BranchName branch;

    private Target(EmbeddedPfs pfs, Commits commits, BranchName branch) {
        this.pfs = pfs;
        this.commits = commits;
        this.branch = branch;
    }

    /** What a request names: a branch, or a commit, which cannot be changed once it is finished. */
    static Target of(EmbeddedPfs pfs, Commits commits, Commit commit) {
        RepoName repo = Names.repo(Names.repo(commit));
        if (pfs.repos().find(repo).isEmpty()) {
            throw Refusals.repoNotFound(repo);
        }
        String named = commit.getBranch().getName();
        if (!commit.getId().isEmpty() && (!named.isEmpty() || CommitId.matches(commit.getId()))) {
            CommitAt found = commits.find(commit);
            throw Status.UNKNOWN
                    .withDescription("commit " + Refusals.text(repo) + "@" + found.id() + " has already finished")
                    .asRuntimeException();
        }
        return new Target(pfs, commits, Names.newBranch(repo, named.isEmpty() ? commit.getId() : named));
    }

    BranchName branch() {
        return branch;
    }

    /** What there is now, unless the branch is still to be made. */
    Optional<CommitAt> head() {
        return pfs.branches().find(branch).map(found -> commits.head(branch));
    }

    void ensureBranch() {
        if (pfs.repos().find(branch.repository()).isEmpty()) {
            throw Refusals.repoNotFound(branch.repository());
        }
        if (pfs.branches().find(branch).isEmpty()) {
            pfs.branches().create(branch);
        }
    }
}
