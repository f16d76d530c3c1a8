package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import java.time.Duration;

/**
 * Whether a commit is a branch's head or an ancestor of it. An id alone proves nothing: pachd finds it in whatever branch of the
 * repository it is, and rights are given by branch. The server walks back from the head, so this costs one round trip, and there
 * the distance, unless the commit was seen as the head, or was asked about, within a minute.
 */
final class BranchAncestry {
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final PfsClient client;
    private final Cache<Seen, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    private record Seen(BranchId branch, CommitId commit) {}

    BranchAncestry(PfsClient client) {
        this.client = client;
    }

    /** Notes that the branch reached a commit just now. Pages of a listing that follow each other need no proof then. */
    void remember(BranchId branch, CommitId commit) {
        seen.put(new Seen(branch, commit), true);
    }

    /** Forgets a branch that has gone. Other gateways forget it within a minute. */
    void forget(BranchId branch) {
        seen.asMap().keySet().removeIf(entry -> entry.branch().equals(branch));
    }

    /**
     * Refuses a commit that the branch does not reach.
     *
     * @throws io.pfsgateway.domain.failure.BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION}
     */
    void require(CommitId commit, Subject subject) {
        if (seen.getIfPresent(new Seen(subject.branch(), commit)) != null) {
            return;
        }
        try {
            if (!reaches(subject.branch(), commit)) {
                throw KeyFailure.noSuchVersion(subject.key(), subject.ref().toString());
            }
            remember(subject.branch(), commit);
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) == PachdMessage.COMMIT_NOT_FOUND) {
                // The server looks for the commit before the branch, and a missing bucket is to be told first.
                client.requireBranch(subject.branch());
            }
            throw GrpcFailures.of(failed, subject);
        }
    }

    private boolean reaches(BranchId branch, CommitId commit) throws StatusException {
        BlockingClientCall<?, CommitInfo> newer = client.listCommit(ListCommitRequest.newBuilder()
                .setRepo(PfsMessages.repo(branch))
                .setTo(PfsMessages.commit(branch, CommitRef.HEAD))
                .setFrom(PfsMessages.commit(branch, CommitRef.to(commit)))
                .setAll(true)
                .build());
        // Nothing newer than the commit means that it is the head.
        Commit.Builder parent = PfsMessages.commit(branch, CommitRef.to(commit)).toBuilder();
        Answers.take(newer, info -> {
            parent.clear().mergeFrom(info.getParentCommit());
            return true;
        });
        return parent.getId().equals(commit.value());
    }
}
