package io.pfsgateway.pfs.server.commit;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.OpenCommit;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.server.words.Names;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.Optional;

/** Finds commits. One that is open on a branch is its head. Safe for any number of threads. */
public final class Commits {
    private final EmbeddedPfs pfs;

    public Commits(EmbeddedPfs pfs) {
        this.pfs = pfs;
    }

    /** The commit that a request names; what is not there is refused as pachd refuses it. */
    public CommitAt find(Commit commit) {
        RepoName repo = Names.repo(Names.repo(commit));
        if (pfs.repos().find(repo).isEmpty()) {
            throw Refusals.repoNotFound(repo);
        }
        CommitText text = CommitText.of(commit);
        return CommitId.matches(text.base())
                ? byId(repo, CommitId.parse(text.base()), text.back())
                : byBranch(Names.branch(repo, text.base()), text.back());
    }

    /** The head of a branch. */
    public CommitAt head(BranchName branch) {
        return byBranch(branch, 0);
    }

    /** The newest commit of a branch that is finished. */
    public CommitAt finishedHead(BranchName branch) {
        return at(branch, CommitRef.HEAD, 0);
    }

    /** A finished commit that a branch shows. */
    public CommitAt known(CommitPoint point) {
        return CommitAt.finished(point);
    }

    /** What a commit that is open holds now. */
    public CommitAt held(OpenCommit open) {
        try {
            return CommitAt.open(open, pfs.reader().resolve(open.work(), CommitRef.HEAD));
        } catch (PfsException failure) {
            if (failure.kind() != FailureKind.NO_SUCH_BRANCH) {
                throw failure;
            }
            return closed(open);
        }
    }

    /** It was finished since it was found. */
    private CommitAt closed(OpenCommit open) {
        RepoName repo = open.branch().repository();
        return pfs.branches()
                .findShowing(repo, open.id())
                .map(branch -> at(branch, CommitRef.of(open.id()), 0))
                .orElseThrow(() -> Refusals.commitNotFound(repo, open.id().toString()));
    }

    private CommitAt byBranch(BranchName branch, long back) {
        Optional<OpenCommit> open = pfs.openCommits().find(branch);
        return open.isPresent() ? from(open.get(), back) : at(branch, CommitRef.HEAD, back);
    }

    private CommitAt byId(RepoName repo, CommitId id, long back) {
        Optional<BranchName> branch = pfs.branches().findShowing(repo, id);
        if (branch.isPresent()) {
            return at(branch.get(), CommitRef.of(id), back);
        }
        OpenCommit open = pfs.openCommits().ofRepo(repo).stream()
                .filter(commit -> commit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.commitNotFound(repo, id.toString()));
        return from(open, back);
    }

    /** Back from an open commit, the first step leads to the newest that is finished. */
    private CommitAt from(OpenCommit open, long back) {
        return back == 0 ? held(open) : at(open.branch(), CommitRef.HEAD, back - 1);
    }

    private CommitAt at(BranchName branch, CommitRef ref, long back) {
        try {
            return known(pfs.reader().resolve(branch, ref.ancestor(back)));
        } catch (PfsException failure) {
            if (failure.kind() == FailureKind.NO_SUCH_COMMIT && back > 0) {
                throw tooFarBack(branch, ref, back);
            }
            throw failure;
        }
    }

    private static StatusRuntimeException tooFarBack(BranchName branch, CommitRef ref, long back) {
        return Status.UNKNOWN
                .withDescription("picking commit: invalid offset for ancestor of commit: "
                        + Refusals.text(branch.repository()) + "@"
                        + ref.id().map(CommitId::toString).orElse(branch.branch()) + ", offset requested: " + back)
                .asRuntimeException();
    }
}
