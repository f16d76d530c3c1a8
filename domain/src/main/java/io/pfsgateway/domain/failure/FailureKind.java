package io.pfsgateway.domain.failure;

/**
 * Every way in which the gateway refuses or fails, in the words of the domain. Edges map it exhaustively, so that a new kind
 * stops their compilation until it has an answer.
 */
public enum FailureKind {
    INVALID_BUCKET_NAME,
    NO_SUCH_BUCKET,
    BUCKET_EXISTS,
    READ_ONLY_BUCKET,
    OUTPUT_BRANCH,
    BRANCH_IN_USE,

    NO_SUCH_KEY,
    NO_SUCH_VERSION,
    DELETE_MARKER,
    KEY_EMPTY,
    KEY_TOO_LONG,
    KEY_NOT_REPRESENTABLE,
    PATH_COLLISION,
    RANGE_NOT_SATISFIABLE,
    NO_SUCH_PART,

    INVALID_ARGUMENT,
    INVALID_REQUEST,
    INVALID_TAG,
    METADATA_TOO_LARGE,
    NOT_IMPLEMENTED,

    PRECONDITION_FAILED,
    CONDITIONAL_CONFLICT,
    CHANGED_MEANWHILE,
    CONTENT_HASH_MISMATCH,
    CHECKSUM_MISMATCH,

    NO_SUCH_UPLOAD,
    INVALID_PART,
    INVALID_PART_ORDER,
    PART_TOO_SMALL,

    ACCESS_DENIED,

    FILE_SYSTEM_UNAVAILABLE,
    FILE_SYSTEM_BUSY,
    OUT_OF_SPACE,
    OUTCOME_UNKNOWN,
    DATA_CORRUPT
}
