package io.pfsgateway.adapter.in.http.error;

import io.pfsgateway.adapter.in.http.body.BodyProblem;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The S3 error that answers a body which is not what was announced, or which stopped coming. */
public final class BodyTranslation {
    private BodyTranslation() {}

    /** The answer to what a body's stream threw. */
    public static S3Error of(IOException thrown) {
        if (thrown instanceof BodyProblem problem) {
            return new S3Error(codeOf(problem.kind()), message(problem), problem.details(), Map.of());
        }
        return isTimeout(thrown)
                ? S3Error.of(
                        S3ErrorCode.REQUEST_TIMEOUT,
                        "Your socket connection to the server was not read from or written to within the timeout period.")
                : S3Error.of(
                        S3ErrorCode.INCOMPLETE_BODY,
                        "You did not provide the number of bytes specified by the Content-Length HTTP header.");
    }

    private static String message(BodyProblem problem) {
        String message = problem.getMessage();
        return message == null ? problem.kind().name() : message;
    }

    private static boolean isTimeout(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static S3ErrorCode codeOf(BodyProblem.Kind kind) {
        return switch (kind) {
            case INVALID_DIGEST -> S3ErrorCode.INVALID_DIGEST;
            case BAD_DIGEST, CHECKSUM_MISMATCH, MALFORMED_CHECKSUM -> S3ErrorCode.BAD_DIGEST;
            case CONTENT_SHA256_MISMATCH -> S3ErrorCode.CONTENT_SHA256_MISMATCH;
            case INVALID_CHECKSUM -> S3ErrorCode.INVALID_REQUEST;
            case INVALID_LENGTH -> S3ErrorCode.INVALID_ARGUMENT;
            case INCOMPLETE_BODY, EXCESS_BODY -> S3ErrorCode.INCOMPLETE_BODY;
            case MALFORMED_CHUNK -> S3ErrorCode.INVALID_CHUNK_SIZE;
            case CHUNK_SIGNATURE_MISMATCH -> S3ErrorCode.SIGNATURE_DOES_NOT_MATCH;
            case MALFORMED_FORM -> S3ErrorCode.MALFORMED_POST_REQUEST;
            case TOO_LARGE -> S3ErrorCode.ENTITY_TOO_LARGE;
            case TOO_SMALL -> S3ErrorCode.ENTITY_TOO_SMALL;
            case MALFORMED_TRAILER, MISSING_TRAILER -> S3ErrorCode.MALFORMED_TRAILER;
        };
    }
}
