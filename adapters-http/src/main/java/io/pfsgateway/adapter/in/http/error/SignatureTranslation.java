package io.pfsgateway.adapter.in.http.error;

import io.pfsgateway.adapter.in.http.signature.SignatureProblem;
import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import java.util.Map;

/** The S3 error that answers a signature which was refused. */
public final class SignatureTranslation {
    private SignatureTranslation() {}

    /** The answer to a refused signature. */
    public static S3Error of(SignatureResult.Refused refused) {
        return new S3Error(codeOf(refused.problem()), refused.message(), refused.details(), Map.of());
    }

    private static S3ErrorCode codeOf(SignatureProblem problem) {
        return switch (problem) {
            case MALFORMED_AUTHORIZATION -> S3ErrorCode.AUTHORIZATION_HEADER_MALFORMED;
            case MALFORMED_QUERY_AUTHORIZATION -> S3ErrorCode.AUTHORIZATION_QUERY_PARAMETERS_ERROR;
            case SEVERAL_MECHANISMS, BAD_CONTENT_SHA256, MALFORMED_VERSION_2, MALFORMED_FORM ->
                S3ErrorCode.INVALID_ARGUMENT;
            case UNSUPPORTED, MISSING_SECURITY_HEADER -> S3ErrorCode.INVALID_REQUEST;
            case INVALID_ACCESS_KEY -> S3ErrorCode.INVALID_ACCESS_KEY_ID;
            case SIGNATURE_MISMATCH -> S3ErrorCode.SIGNATURE_DOES_NOT_MATCH;
            case TIME_SKEWED -> S3ErrorCode.REQUEST_TIME_TOO_SKEWED;
            case MISSING_DATE, EXPIRED, NOT_YET_VALID, HEADERS_NOT_SIGNED, MALFORMED_VERSION_2_QUERY ->
                S3ErrorCode.ACCESS_DENIED;
        };
    }
}
