package io.pfsgateway.pfs.server.commit;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.EmbeddedPfs;
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

/** Finds commits. Safe for any number of threads. */
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
                : at(Names.branch(repo, text.base()), CommitRef.HEAD, text.back());
    }

    /** The head of a branch. */
    public CommitAt head(BranchName branch) {
        return at(branch, CommitRef.HEAD, 0);
    }

    /** A commit that a branch shows. */
    public CommitAt known(CommitPoint point) {
        return new CommitAt(point.branch(), point.id(), point);
    }

    private CommitAt byId(RepoName repo, CommitId id, long back) {
        BranchName branch =
                pfs.branches().findShowing(repo, id).orElseThrow(() -> Refusals.commitNotFound(repo, id.toString()));
        return at(branch, CommitRef.of(id), back);
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
