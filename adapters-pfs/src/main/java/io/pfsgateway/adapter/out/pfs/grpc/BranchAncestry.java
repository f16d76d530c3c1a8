package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.ListCommitRequest;

/**
 * Whether a commit is a branch's head or an ancestor of it. An id alone proves nothing: pachd finds it in whatever branch of the
 * repository it is, and rights are given by branch. The server walks back from the head, so this costs one round trip, and there
 * the distance.
 */
final class BranchAncestry {
    private final PfsClient client;

    BranchAncestry(PfsClient client) {
        this.client = client;
    }

    /**
     * Refuses a commit that the branch does not reach.
     *
     * @throws io.pfsgateway.domain.failure.BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION}
     */
    void require(CommitId commit, Subject subject) {
        try {
            if (!reaches(subject.branch(), commit)) {
                throw KeyFailure.noSuchVersion(subject.key(), subject.ref().toString());
            }
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) == PachdMessage.COMMIT_NOT_FOUND) {
                // The server looks for the commit before the branch, and a missing bucket is to be told first.
                client.requireBranch(subject.branch());
            }
            throw GrpcFailures.of(failed, subject);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FileSystemFailure.unavailable(stopped);
        }
    }

    private boolean reaches(BranchId branch, CommitId commit) throws StatusException, InterruptedException {
        BlockingClientCall<?, CommitInfo> newer = client.listCommit(ListCommitRequest.newBuilder()
                .setRepo(PfsMessages.repo(branch))
                .setTo(PfsMessages.commit(branch, CommitRef.HEAD))
                .setFrom(PfsMessages.commit(branch, CommitRef.to(commit)))
                .setAll(true)
                .build());
        // Nothing newer than the commit means that it is the head.
        Commit parent = PfsMessages.commit(branch, CommitRef.to(commit));
        for (CommitInfo info = newer.read(); info != null; info = newer.read()) {
            parent = info.getParentCommit();
        }
        return parent.getId().equals(commit.value());
    }
}
