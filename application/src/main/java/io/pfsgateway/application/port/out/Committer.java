package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes commits on the head of a branch: each call one, atomic, durable before it returns, and visible to every later read.
 * Conditions are decided with the commit. A call that throws has made no commit, unless it throws {@link FileSystemFailure} with
 * {@code OUTCOME_UNKNOWN}: then the commit is there wholly or not at all.
 */
public interface Committer {
    /**
     * Begins to write a file, outside any lock; nothing of it shows until it is committed.
     *
     * @param sizeBytes how long it will be, where that is known
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there; where it costs a round trip to know, that may
     *     be left to {@link PendingFile#commit}, since writers look for the branch before they send a body
     * @throws KeyFailure with {@code KEY_NOT_REPRESENTABLE} when the file system cannot hold the key
     */
    PendingFile begin(BranchId branch, ObjectKey key, OptionalLong sizeBytes);

    /**
     * Writes a file with the bytes of another, without moving them.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the target's branch is not there
     * @throws KeyFailure with {@code NO_SUCH_VERSION} when the source is not there any more, with {@code PRECONDITION_FAILED},
     *     {@code NO_SUCH_KEY} (a condition asks for an object, and there is none), {@code PATH_COLLISION} or
     *     {@code KEY_NOT_REPRESENTABLE}
     */
    CommittedFile copy(FileLocation source, FileTarget target);

    /**
     * Deletes files, all in one commit. What is not there stays so; when nothing was to be deleted there is no commit. A key
     * whose condition fails is left, and does not keep the others from being deleted.
     *
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     */
    DeletionResult delete(BranchId branch, List<Deletion> deletions);

    /**
     * The file that {@link #assemble} wrote with this token, as its commit left it; empty where no commit of the branch carries
     * the token, and where there is no such branch.
     */
    Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token);

    /**
     * Writes a file made of staged contents in their order, without moving their bytes. The commit carries the token: a repeated
     * call with the same one, after a commit, answers that commit and makes none. The staged contents stay until released.
     *
     * @param token whatever names the upload for good, at most 256 characters
     * @throws BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws UploadFailure with {@code NO_SUCH_UPLOAD} when a staged content is not there
     * @throws KeyFailure as {@link #copy}
     */
    CommittedFile assemble(String token, List<PartSource> parts, FileTarget target);
}
