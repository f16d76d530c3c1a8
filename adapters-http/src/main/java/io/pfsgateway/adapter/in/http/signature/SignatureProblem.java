package io.pfsgateway.adapter.in.http.signature;

/** Why a signature was refused. Each constant names the S3 error that says the same; the mapping itself lives outside. */
public enum SignatureProblem {
    /** The {@code Authorization} header cannot be read: {@code AuthorizationHeaderMalformed}. */
    MALFORMED_AUTHORIZATION,
    /** The query of a presigned URL cannot be read: {@code AuthorizationQueryParametersError}. */
    MALFORMED_QUERY_AUTHORIZATION,
    /** A version 2 header without access key and signature: {@code InvalidArgument}. */
    MALFORMED_VERSION_2,
    /** A version 2 query that lacks a part, or whose end is none: {@code AccessDenied}. */
    MALFORMED_VERSION_2_QUERY,
    /** A form lacks a field that signs it, or has one that cannot be read: {@code InvalidArgument}. */
    MALFORMED_FORM,
    /** Signed in the header and in the query at once: {@code InvalidArgument}. */
    SEVERAL_MECHANISMS,
    /** A scheme that is not spoken here (Version 4A, Basic, Bearer; Version 2 unless it is switched on): {@code InvalidRequest}. */
    UNSUPPORTED,
    /** Nobody has this access key: {@code InvalidAccessKeyId}. */
    INVALID_ACCESS_KEY,
    /** The signature is another than ours: {@code SignatureDoesNotMatch}. */
    SIGNATURE_MISMATCH,
    /** Neither {@code x-amz-date} nor {@code Date} holds a date that can be read: {@code AccessDenied}. */
    MISSING_DATE,
    /** Signed more than a quarter of an hour away from our clock: {@code RequestTimeTooSkewed}. */
    TIME_SKEWED,
    /** A presigned URL past its end: {@code AccessDenied}, "Request has expired". */
    EXPIRED,
    /** A presigned URL from the future: {@code AccessDenied}, "Request is not valid yet". */
    NOT_YET_VALID,
    /** {@code Host} or an {@code x-amz-*} header came unsigned: {@code AccessDenied}. */
    HEADERS_NOT_SIGNED,
    /** {@code x-amz-content-sha256} is absent, which the header form requires: {@code InvalidRequest}. */
    MISSING_SECURITY_HEADER,
    /** {@code x-amz-content-sha256} is neither a hash nor a known word: {@code InvalidArgument}. */
    BAD_CONTENT_SHA256
}
