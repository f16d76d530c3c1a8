package io.pfsgateway.adapter.in.http.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * The parts of a request that a signature covers, exactly as they came over the wire.
 *
 * @param method the method, in the case in which it came
 * @param rawPath the path before any decoding, from its first slash to the question mark
 * @param rawQuery what follows the question mark, before any decoding; empty where there is none
 * @param headers every header line, {@code Host} among them even where the protocol carries it otherwise (HTTP/2)
 * @param hostBucket the bucket that the host names, as it came; empty where the path names it
 */
public record SignedRequest(
        String method, String rawPath, String rawQuery, RequestHeaders headers, Optional<String> hostBucket) {
    public SignedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(rawPath, "rawPath");
        Objects.requireNonNull(rawQuery, "rawQuery");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(hostBucket, "hostBucket");
    }

    /** A request whose path names everything. */
    public SignedRequest(String method, String rawPath, String rawQuery, RequestHeaders headers) {
        this(method, rawPath, rawQuery, headers, Optional.empty());
    }

    /** Without the query, which in a presigned URL is a credential. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + " " + rawPath + "]";
    }
}
