package io.pfsgateway.adapter.in.http.exchange;

import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import java.util.Optional;

/**
 * A request as it came, its body not yet read.
 *
 * @param wire method, path, query and headers before any decoding
 */
public record S3Request(
        RequestId id, SignedRequest wire, RequestTarget target, QueryParameters query, RemoteBody body) {
    /** The method, in upper case as clients send it. */
    public String method() {
        return wire.method();
    }

    /** The header lines. */
    public RequestHeaders headers() {
        return wire.headers();
    }

    /** The first line of a header, without blanks around it. */
    public Optional<String> header(String name) {
        return headers().first(name).map(String::strip);
    }

    /** The first line of a header, where it is not empty. */
    public Optional<String> nonEmptyHeader(String name) {
        return header(name).filter(value -> !value.isEmpty());
    }
}
