package io.pfsgateway.domain.failure;

/** The file system, or a store beside it, could not do its part. The cause is for the log alone. */
public final class FileSystemFailure extends GatewayFailure {
    private static final long serialVersionUID = 1L;

    private FileSystemFailure(FailureKind kind, String message, Throwable cause) {
        super(kind, message, cause);
    }

    /** Out of reach or not taking writes; nothing was done, and it may be tried again. */
    public static FileSystemFailure unavailable(Throwable cause) {
        return new FileSystemFailure(
                FailureKind.FILE_SYSTEM_UNAVAILABLE, "The file system is not available. Please try again.", cause);
    }

    /** Others were at it all the time; nothing was done, and it may be tried again, more slowly. */
    public static FileSystemFailure busy() {
        return new FileSystemFailure(
                FailureKind.FILE_SYSTEM_BUSY,
                "Please reduce your request rate.",
                new IllegalStateException("Others held the branch's lock all the time"));
    }

    /** There is no room for the bytes; nothing was done. */
    public static FileSystemFailure outOfSpace(Throwable cause) {
        return new FileSystemFailure(FailureKind.OUT_OF_SPACE, "The file system has no space left.", cause);
    }

    /** The commit was under way when the file system failed: it is there wholly or not at all. */
    public static FileSystemFailure outcomeUnknown(Throwable cause) {
        return new FileSystemFailure(
                FailureKind.OUTCOME_UNKNOWN,
                "It is not known whether the change was made. Please look, then try again.",
                cause);
    }

    /** What was read back is not what was stored. */
    public static FileSystemFailure corrupt(Throwable cause) {
        return new FileSystemFailure(FailureKind.DATA_CORRUPT, "We encountered an internal error.", cause);
    }
}
