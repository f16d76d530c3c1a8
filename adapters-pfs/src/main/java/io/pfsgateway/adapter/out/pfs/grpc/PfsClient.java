package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Empty;
import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitState;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import io.pfsgateway.pfs.protocol.FindCommitsRequest;
import io.pfsgateway.pfs.protocol.FindCommitsResponse;
import io.pfsgateway.pfs.protocol.GetFileRequest;
import io.pfsgateway.pfs.protocol.GlobFileRequest;
import io.pfsgateway.pfs.protocol.InspectBranchRequest;
import io.pfsgateway.pfs.protocol.InspectCommitRequest;
import io.pfsgateway.pfs.protocol.InspectFileRequest;
import io.pfsgateway.pfs.protocol.ListCommitRequest;
import io.pfsgateway.pfs.protocol.ModifyFileRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The calls that this adapter makes, each one round trip. What asks has a deadline; what moves a file's bytes has none as a
 * whole, since nobody knows how long that takes, and is watched for standstill instead.
 */
final class PfsClient {
    private final APIGrpc.APIBlockingV2Stub stub;
    private final APIGrpc.APIFutureStub futures;
    private final APIGrpc.APIStub observers;
    private final Duration patience;
    private final KeyPaths paths;

    /**
     * @param patience how long an answer, or the next step of a stream, may take
     * @param paths what keys are called there
     */
    PfsClient(Channel channel, Duration patience, KeyPaths paths) {
        this.stub = APIGrpc.newBlockingV2Stub(channel);
        this.futures = APIGrpc.newFutureStub(channel);
        this.observers = APIGrpc.newStub(channel).withExecutor(Runnable::run);
        this.patience = patience;
        this.paths = paths;
    }

    KeyPaths paths() {
        return paths;
    }

    Duration patience() {
        return patience;
    }

    void requireBranch(BranchId branch) {
        try {
            asking().inspectBranch(InspectBranchRequest.newBuilder()
                    .setBranch(PfsMessages.branch(branch))
                    .build());
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, Subject.of(branch, CommitRef.HEAD));
        }
    }

    CommitInfo inspectCommit(Commit commit) throws StatusException {
        return inspectCommit(commit, CommitState.COMMIT_STATE_UNKNOWN);
    }

    /** The commit once it has come to a state. */
    CommitInfo inspectCommit(Commit commit, CommitState wait) throws StatusException {
        return asking().inspectCommit(inspection(commit, wait));
    }

    /** Asks for the commit as it is, and does not wait for the answer. */
    ListenableFuture<CommitInfo> startInspectCommit(Commit commit) {
        return futures.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .inspectCommit(inspection(commit, CommitState.COMMIT_STATE_UNKNOWN));
    }

    private static InspectCommitRequest inspection(Commit commit, CommitState wait) {
        return InspectCommitRequest.newBuilder().setCommit(commit).setWait(wait).build();
    }

    /** Asks for the file or directory at a path, and does not wait for the answer. */
    ListenableFuture<FileInfo> startInspectFile(Commit commit, String path) {
        return futures.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .inspectFile(InspectFileRequest.newBuilder()
                        .setFile(PfsMessages.file(commit, path))
                        .build());
    }

    BlockingClientCall<?, CommitInfo> listCommit(ListCommitRequest request) {
        return asking().listCommit(request);
    }

    /** The file or directory at a path; empty where there is neither. Costs the server what a directory holds. */
    Optional<FileInfo> inspectFile(Commit commit, String path) throws StatusException {
        try {
            return Optional.of(asking().inspectFile(InspectFileRequest.newBuilder()
                    .setFile(PfsMessages.file(commit, path))
                    .build()));
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) == PachdMessage.FILE_NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /**
     * The file that a copy is to read.
     *
     * @throws KeyFailure if there is no such file, or its branch has gone meanwhile
     */
    FileInfo requireFile(FileLocation source) {
        String key = source.key().value();
        KeyFailure gone = KeyFailure.noSuchVersion(key, source.commit().value());
        try {
            return inspectFile(PfsMessages.commit(source.branch(), source.commit()), paths.of(source.key()))
                    .filter(info -> info.getFileType() == FileType.FILE)
                    .orElseThrow(() -> gone);
        } catch (StatusException failed) {
            GatewayFailure failure =
                    GrpcFailures.of(failed, Subject.of(source.branch(), CommitRef.to(source.commit()), source.key()));
            throw failure instanceof BucketFailure ? gone : failure;
        }
    }

    /** The newest commit that changed a key, from a commit back. */
    Optional<Commit> lastChange(Commit start, ObjectKey key) throws StatusException {
        return Answers.all(asking().findCommits(FindCommitsRequest.newBuilder()
                        .setStart(start)
                        .setFilePath(paths.of(key))
                        .setLimit(1)
                        .build()))
                .stream()
                .filter(FindCommitsResponse::hasFoundCommit)
                .map(FindCommitsResponse::getFoundCommit)
                .findFirst();
    }

    BlockingClientCall<?, FileInfo> globFile(GlobFileRequest request) {
        return asking().globFile(request);
    }

    BlockingClientCall<?, BytesValue> getFile(GetFileRequest request) {
        return stub.getFile(request);
    }

    BlockingClientCall<ModifyFileRequest, Empty> modifyFile() {
        return stub.modifyFile();
    }

    /** The rest of the service, with a deadline. */
    APIGrpc.APIBlockingV2Stub asking() {
        return stub.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * What answers in streams, for observers that do next to nothing with a message: they run on whatever thread brings it, most
     * often the connection's own, which reads the messages there too.
     */
    APIGrpc.APIStub streaming() {
        return observers.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
