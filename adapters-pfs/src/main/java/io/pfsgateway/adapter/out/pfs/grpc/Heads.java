package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.pfs.protocol.CommitInfo;

/**
 * Branches' heads that ended in error. Such a commit came to nothing: its files may collide, so that they cannot be read, and the
 * next commit starts from the nearest ancestor that did not end so. That ancestor stands for the head here.
 */
final class Heads {
    private final PfsClient client;

    Heads(PfsClient client) {
        this.client = client;
    }

    /** The commit that the next one will start from. */
    CommitInfo lastGood(BranchId branch) {
        try {
            return lastGood(branch, client.inspectCommit(PfsMessages.head(branch)));
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, Subject.of(branch, CommitRef.HEAD));
        }
    }

    CommitInfo lastGood(BranchId branch, CommitInfo head) throws StatusException {
        CommitInfo commit = head;
        while (!commit.getError().isEmpty() && commit.hasParentCommit()) {
            CommitId parent = PfsMessages.commitId(commit.getParentCommit());
            commit = client.inspectCommit(PfsMessages.commit(branch, parent));
        }
        return commit;
    }
}
