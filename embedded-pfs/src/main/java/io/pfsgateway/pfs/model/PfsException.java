package io.pfsgateway.pfs.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of the engine: a kind that the compiler can check, and the value that failed. Expected outcomes, such
 * as a branch that existed already, are results and not failures.
 */
public final class PfsException extends RuntimeException {
    private final FailureKind kind;
    private final @Nullable BranchName branch;
    private final @Nullable FilePath path;

    public PfsException(FailureKind kind, String message) {
        this(kind, message, null, null, null);
    }

    public PfsException(FailureKind kind, String message, Throwable cause) {
        this(kind, message, cause, null, null);
    }

    private PfsException(
            FailureKind kind,
            String message,
            @Nullable Throwable cause,
            @Nullable BranchName branch,
            @Nullable FilePath path) {
        super(message, cause);
        this.kind = kind;
        this.branch = branch;
        this.path = path;
    }

    public static PfsException noSuchBranch(BranchName branch) {
        return new PfsException(FailureKind.NO_SUCH_BRANCH, "No branch " + branch, null, branch, null);
    }

    public static PfsException noSuchCommit(BranchName branch, CommitRef ref) {
        return new PfsException(FailureKind.NO_SUCH_COMMIT, "No commit " + ref + " on " + branch, null, branch, null);
    }

    public static PfsException preconditionFailed(BranchName branch, FilePath path) {
        return new PfsException(
                FailureKind.PRECONDITION_FAILED,
                "Precondition failed at " + path + " on " + branch,
                null,
                branch,
                path);
    }

    public static PfsException corrupt(String what) {
        return new PfsException(FailureKind.CORRUPT, what);
    }

    public FailureKind kind() {
        return kind;
    }

    public Optional<BranchName> branch() {
        return Optional.ofNullable(branch);
    }

    public Optional<FilePath> path() {
        return Optional.ofNullable(path);
    }
}
