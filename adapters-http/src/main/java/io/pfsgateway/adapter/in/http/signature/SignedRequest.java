package io.pfsgateway.adapter.in.http.signature;

import java.util.Objects;

/**
 * The parts of a request that a signature covers, exactly as they came over the wire.
 *
 * @param method the method, in the case in which it came
 * @param rawPath the path before any decoding, from its first slash to the question mark
 * @param rawQuery what follows the question mark, before any decoding; empty where there is none
 * @param headers every header line, {@code Host} among them even where the protocol carries it otherwise (HTTP/2)
 */
public record SignedRequest(String method, String rawPath, String rawQuery, RequestHeaders headers) {
    public SignedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(rawPath, "rawPath");
        Objects.requireNonNull(rawQuery, "rawQuery");
        Objects.requireNonNull(headers, "headers");
    }

    /** Without the query, which in a presigned URL is a credential. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + " " + rawPath + "]";
    }
}
