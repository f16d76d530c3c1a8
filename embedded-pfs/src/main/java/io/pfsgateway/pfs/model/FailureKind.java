package io.pfsgateway.pfs.model;

/** All that can go wrong in the engine, so that a caller's {@code switch} is complete when it compiles. */
public enum FailureKind {
    NO_SUCH_PROJECT,
    NO_SUCH_REPO,
    NO_SUCH_BRANCH,
    /** The commit is not the branch's head nor an ancestor of it. */
    NO_SUCH_COMMIT,
    NO_SUCH_STAGED,
    /** The repository still has branches. */
    NOT_EMPTY,
    PRECONDITION_FAILED,
    /** The bytes are not those that the caller announced. Nothing was committed. */
    HASH_MISMATCH,
    /** The disk is full. Nothing was committed; deleting still works. */
    NO_SPACE,
    /** The engine is closed, or waits to reopen itself. Nothing was committed. */
    UNAVAILABLE,
    /** The disk failed in the middle of a commit: it is there wholly or not at all, and nobody knows yet. */
    OUTCOME_UNKNOWN,
    /** What is on the disk contradicts itself. */
    CORRUPT,
    /** Another process has the folder open. */
    LOCKED,
    /** The folder holds other files, and no file system. */
    FOREIGN_FOLDER,
    /** The folder was written by a newer version. */
    FORMAT_TOO_NEW
}
