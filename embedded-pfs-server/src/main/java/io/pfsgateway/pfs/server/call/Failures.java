package io.pfsgateway.pfs.server.call;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.server.words.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes the status of a call. What nobody could foresee is logged, and told to nobody else. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** What the client is told. */
    public static StatusRuntimeException status(Throwable failure) {
        if (failure instanceof StatusRuntimeException refused) {
            return refused;
        }
        if (failure instanceof PfsException engine) {
            return ofEngine(engine);
        }
        LOG.error("A call failed", failure);
        return Status.INTERNAL
                .withDescription("the call failed; see the server's log")
                .asRuntimeException();
    }

    private static StatusRuntimeException ofEngine(PfsException failure) {
        if (failure.kind() == FailureKind.NO_SUCH_BRANCH && failure.branch().isPresent()) {
            return Refusals.branchNotFound(
                    failure.branch().map(BranchName::repository).orElseThrow(),
                    failure.branch().map(BranchName::branch).orElseThrow());
        }
        Status status = status(failure.kind());
        if (status.getCode() == Status.Code.DATA_LOSS || status.getCode() == Status.Code.UNAVAILABLE) {
            LOG.error("A call failed", failure);
        }
        return status.withDescription(failure.getMessage()).asRuntimeException();
    }

    private static Status status(FailureKind kind) {
        return switch (kind) {
            case NO_SUCH_PROJECT, NO_SUCH_REPO, NO_SUCH_BRANCH, NO_SUCH_COMMIT, NO_SUCH_STAGED -> Status.NOT_FOUND;
            case NOT_EMPTY -> Status.FAILED_PRECONDITION;
            case PRECONDITION_FAILED -> Status.ABORTED;
            case HASH_MISMATCH -> Status.INVALID_ARGUMENT;
            case NO_SPACE -> Status.RESOURCE_EXHAUSTED;
            case UNAVAILABLE, LOCKED -> Status.UNAVAILABLE;
            case OUTCOME_UNKNOWN -> Status.UNKNOWN;
            case CORRUPT, FOREIGN_FOLDER, FORMAT_TOO_NEW -> Status.DATA_LOSS;
        };
    }
}
