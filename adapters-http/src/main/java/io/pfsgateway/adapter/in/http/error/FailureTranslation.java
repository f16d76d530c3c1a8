package io.pfsgateway.adapter.in.http.error;

import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Map;

/** The S3 error that answers a failure of the domain. */
public final class FailureTranslation {
    private static final String RETRY_AFTER_SECONDS = "5";

    private FailureTranslation() {}

    /** The answer to a failure; its cause never shows. */
    public static S3Error of(GatewayFailure failure) {
        S3Error plain = S3Error.of(codeOf(failure.kind()), failure.reason());
        if (failure instanceof RequestFailure request && failure.kind() == FailureKind.INVALID_ARGUMENT) {
            return S3Error.invalidArgument(request.argument(), request.value(), failure.reason());
        }
        if (failure instanceof KeyFailure key && key.sizeBytes().isPresent()) {
            return outOfRange(key, plain);
        }
        if (failure instanceof KeyFailure key && key.isDeletion()) {
            return plain.withHeader("x-amz-delete-marker", "true");
        }
        return withHeaders(failure.kind(), plain);
    }

    private static S3Error outOfRange(KeyFailure failure, S3Error plain) {
        long size = failure.sizeBytes().orElse(0);
        return new S3Error(
                plain.code(),
                plain.message(),
                Map.of("ActualObjectSize", Long.toString(size)),
                Map.of("Content-Range", "bytes */" + size));
    }

    private static S3Error withHeaders(FailureKind kind, S3Error plain) {
        if (plain.code() == S3ErrorCode.SERVICE_UNAVAILABLE || plain.code() == S3ErrorCode.SLOW_DOWN) {
            return plain.withHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        return kind == FailureKind.DELETE_MARKER
                ? plain.withHeader("x-amz-delete-marker", "true").withHeader("Allow", "DELETE")
                : plain;
    }

    /** The code of each kind. */
    static S3ErrorCode codeOf(FailureKind kind) {
        return switch (kind) {
            case INVALID_BUCKET_NAME -> S3ErrorCode.INVALID_BUCKET_NAME;
            case NO_SUCH_BUCKET -> S3ErrorCode.NO_SUCH_BUCKET;
            case BUCKET_EXISTS -> S3ErrorCode.BUCKET_ALREADY_OWNED_BY_YOU;
            case READ_ONLY_BUCKET, ACCESS_DENIED -> S3ErrorCode.ACCESS_DENIED;
            case OUTPUT_BRANCH -> S3ErrorCode.WRITE_TO_OUTPUT_BRANCH;
            case BRANCH_IN_USE -> S3ErrorCode.INVALID_BUCKET_STATE;
            case NO_SUCH_KEY -> S3ErrorCode.NO_SUCH_KEY;
            case NO_SUCH_VERSION -> S3ErrorCode.NO_SUCH_VERSION;
            case DELETE_MARKER -> S3ErrorCode.METHOD_NOT_ALLOWED;
            case KEY_EMPTY -> S3ErrorCode.USER_KEY_MUST_BE_SPECIFIED;
            case KEY_TOO_LONG -> S3ErrorCode.KEY_TOO_LONG;
            case KEY_NOT_REPRESENTABLE, INVALID_ARGUMENT -> S3ErrorCode.INVALID_ARGUMENT;
            case PATH_COLLISION, INVALID_REQUEST -> S3ErrorCode.INVALID_REQUEST;
            case RANGE_NOT_SATISFIABLE -> S3ErrorCode.INVALID_RANGE;
            case INVALID_TAG -> S3ErrorCode.INVALID_TAG;
            case METADATA_TOO_LARGE -> S3ErrorCode.METADATA_TOO_LARGE;
            case NOT_IMPLEMENTED -> S3ErrorCode.NOT_IMPLEMENTED;
            case PRECONDITION_FAILED -> S3ErrorCode.PRECONDITION_FAILED;
            case CONDITIONAL_CONFLICT -> S3ErrorCode.CONDITIONAL_REQUEST_CONFLICT;
            case CHANGED_MEANWHILE -> S3ErrorCode.OPERATION_ABORTED;
            case CHECKSUM_MISMATCH -> S3ErrorCode.BAD_DIGEST;
            case CONTENT_HASH_MISMATCH -> S3ErrorCode.CONTENT_SHA256_MISMATCH;
            case NO_SUCH_UPLOAD -> S3ErrorCode.NO_SUCH_UPLOAD;
            case INVALID_PART, NO_SUCH_PART -> S3ErrorCode.INVALID_PART;
            case INVALID_PART_ORDER -> S3ErrorCode.INVALID_PART_ORDER;
            case PART_TOO_SMALL -> S3ErrorCode.ENTITY_TOO_SMALL;
            case FILE_SYSTEM_UNAVAILABLE, OUT_OF_SPACE, OUTCOME_UNKNOWN -> S3ErrorCode.SERVICE_UNAVAILABLE;
            case FILE_SYSTEM_BUSY -> S3ErrorCode.SLOW_DOWN;
            case DATA_CORRUPT -> S3ErrorCode.INTERNAL_ERROR;
        };
    }
}
