package io.pfsgateway.adapter.in.http.observation;

import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.domain.access.Caller;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was asked and answered, each as it came over the wire unless said otherwise. Texts are the client's own: they may hold
 * secrets, quotes and anything else that a header can hold.
 */
public interface RequestDetails {
    /** The request's name. */
    RequestId id();

    /** The method, path with query, and protocol. */
    RequestLine line();

    /** The bucket and key, decoded; empty where they could not be. */
    Optional<RequestTarget> target();

    /** Who made it; empty where that was not found out. */
    Optional<Caller> caller();

    /** The error that was answered, if one was. */
    Optional<S3ErrorCode> error();

    /** How long it took from the end of the headers to the beginning of the answer, where no body was to be received between them. */
    OptionalLong nanosToAnswer();

    /** The first line of a header of the request. */
    Optional<String> header(String name);

    /** The first line of a header of the answer. */
    Optional<String> answerHeader(String name);

    /** The address that it came from. */
    String remoteAddress();

    /** How it was encrypted on the way; empty where it was not. */
    Optional<Tls> tls();

    /**
     * What was asked for.
     *
     * @param target path and query, neither decoded
     */
    record RequestLine(String method, String target, String protocol) {}

    /** A version of TLS, such as {@code TLSv1.3}, and the suite of ciphers. */
    record Tls(String version, String cipherSuite) {}
}
