package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.Timestamp;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import java.time.Instant;

/** The protocol's words for the domain's, and back. */
final class PfsMessages {
    /** The type of the repositories that users see. */
    static final String USER = "user";

    private PfsMessages() {}

    /**
     * The repository of a branch.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} for one of the gateway's own, which is nobody's bucket
     */
    static Repo repo(BranchId id) {
        if (UploadRepos.isReserved(id.repo().value())) {
            throw BucketFailure.noSuchBucket(id.bucketName());
        }
        return Repo.newBuilder()
                .setName(id.repo().value())
                .setType(USER)
                .setProject(Project.newBuilder().setName(id.project().value()))
                .build();
    }

    static Commit head(BranchId id) {
        return commit(id, CommitRef.HEAD);
    }

    static Commit commit(BranchId id, CommitId commit) {
        return commit(id, CommitRef.to(commit));
    }

    static Branch branch(BranchId id) {
        return Branch.newBuilder()
                .setRepo(repo(id))
                .setName(id.branch().value())
                .build();
    }

    /** A commit by reference: by its id, or by the branch, and by carets where it is an ancestor. */
    static Commit commit(BranchId branch, CommitRef ref) {
        String carets = ref.ancestors() == 0 ? "" : "^" + ref.ancestors();
        Commit.Builder commit = Commit.newBuilder().setRepo(repo(branch));
        ref.base()
                .ifPresentOrElse(
                        id -> commit.setId(id.value() + carets),
                        () -> commit.setBranch(branch(branch)).setId(carets));
        return commit.build();
    }

    static File file(Commit commit, String path) {
        return File.newBuilder().setCommit(commit).setPath(path).build();
    }

    static CommitId commitId(Commit commit) {
        return CommitId.tryParse(commit.getId())
                .orElseThrow(() -> FileSystemFailure.corrupt(
                        new IllegalStateException("The server names a commit " + commit.getId())));
    }

    static io.pfsgateway.domain.commit.CommitInfo commitInfo(CommitInfo info) {
        return new io.pfsgateway.domain.commit.CommitInfo(commitId(info.getCommit()), time(info));
    }

    /** When its changes were closed, which is what its files are dated by; for an open commit, when it was begun. */
    private static Instant time(CommitInfo info) {
        if (info.hasFinishing()) {
            return instant(info.getFinishing());
        }
        return instant(info.hasFinished() ? info.getFinished() : info.getStarted());
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
