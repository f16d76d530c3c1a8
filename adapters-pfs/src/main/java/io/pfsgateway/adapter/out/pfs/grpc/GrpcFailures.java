package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.AccessFailure;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import java.util.Optional;

/** The one place where a failed call becomes a failure of the domain. */
final class GrpcFailures {
    private GrpcFailures() {}

    /** The failure of a call that has changed nothing: a refusal that is understood, or a server out of reach. */
    static GatewayFailure of(StatusException failed, Subject subject) {
        return refusal(failed.getStatus(), subject).orElseGet(() -> FileSystemFailure.unavailable(failed));
    }

    /** The failure of a call that may have made a commit: whatever is no clear refusal leaves that open. */
    static GatewayFailure whileCommitting(StatusException failed, Subject subject) {
        return refusal(failed.getStatus(), subject).orElseGet(() -> FileSystemFailure.outcomeUnknown(failed));
    }

    /** What the text of a failed call means. */
    static PachdMessage message(StatusException failed) {
        return PachdMessage.of(text(failed.getStatus()));
    }

    private static Optional<GatewayFailure> refusal(Status status, Subject subject) {
        if (status.getCode() == Status.Code.PERMISSION_DENIED || status.getCode() == Status.Code.UNAUTHENTICATED) {
            return Optional.of(AccessFailure.denied(subject.branch().bucketName()));
        }
        if (status.getCode() == Status.Code.UNIMPLEMENTED) {
            return Optional.of(RequestFailure.notImplemented("this request on a server of that version"));
        }
        String text = text(status);
        return switch (PachdMessage.of(text)) {
            case PROJECT_NOT_FOUND, REPO_NOT_FOUND, BRANCH_NOT_FOUND -> Optional.of(missing(subject.branch()));
            case COMMIT_NOT_FOUND, NO_SUCH_ANCESTOR ->
                Optional.of(
                        KeyFailure.noSuchVersion(subject.key(), subject.ref().toString()));
            case FILE_NOT_FOUND -> Optional.of(KeyFailure.noSuchKey(subject.key()));
            case INVALID_PATH -> Optional.of(KeyFailure.notRepresentable(subject.key(), KeyPaths.RULE));
            case PATH_COLLISION -> Optional.of(KeyFailure.pathCollision(subject.key(), "a file or a directory"));
            case OUTPUT_BRANCH ->
                Optional.of(BucketFailure.outputBranch(subject.branch().bucketName()));
            case NOT_AUTHORIZED ->
                Optional.of(AccessFailure.denied(subject.branch().bucketName()));
            case IN_USE -> Optional.of(BucketFailure.inUse(subject.branch().bucketName()));
            case ALREADY_THERE ->
                Optional.of(BucketFailure.exists(subject.branch().bucketName()));
            case COMMIT_FINISHED, BASE_UNFINISHED -> Optional.of(FileSystemFailure.unavailable(status.asException()));
            case OTHER -> Optional.empty();
        };
    }

    /** A repository of the gateway's own goes with its upload, and is nobody's bucket. */
    private static GatewayFailure missing(BranchId branch) {
        String repo = branch.repo().value();
        return UploadRepos.isReserved(repo)
                ? UploadFailure.noSuchUpload(UploadRepos.owner(repo))
                : BucketFailure.noSuchBucket(branch.bucketName());
    }

    private static String text(Status status) {
        String description = status.getDescription();
        return description == null ? "" : description;
    }
}
