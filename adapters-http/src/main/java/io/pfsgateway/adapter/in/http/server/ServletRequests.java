package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.QueryParameters;
import io.pfsgateway.adapter.in.http.exchange.RequestId;
import io.pfsgateway.adapter.in.http.exchange.RequestTarget;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Turns what the container has received into a request of ours, taking every text as it came over the wire. */
final class ServletRequests {
    private static final List<String> SINGLE = List.of(
            "authorization",
            "content-md5",
            "range",
            "x-amz-content-sha256",
            "x-amz-copy-source",
            "x-amz-date",
            "x-amz-decoded-content-length");

    private final Optional<String> domain;

    ServletRequests(Optional<String> domain) {
        this.domain = domain;
    }

    /** The server's end of the connection that a request came over. */
    static EndPoint endPoint(HttpServletRequest servlet) {
        return ServletContextRequest.getServletContextRequest(servlet)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /** Reads all but the body; refuses a path or a query that cannot be decoded. */
    S3Request read(RequestId id, HttpServletRequest servlet, ServletBody body) {
        RequestHeaders headers = headers(servlet);
        refuseCodings(headers);
        refuseRepeats(headers);
        String rawQuery = Optional.ofNullable(servlet.getQueryString()).orElse("");
        Optional<String> hostBucket = domain.flatMap(
                name -> RequestTarget.bucketBelow(name, headers.first("host").orElse("")));
        SignedRequest wire = new SignedRequest(
                servlet.getMethod(), DotSegments.restore(servlet.getRequestURI()), rawQuery, headers, hostBucket);
        RequestTarget target = RequestTarget.of(wire.rawPath(), hostBucket);
        return new S3Request(id, wire, target, QueryParameters.parse(rawQuery), body);
    }

    /** A coding of the message that is not undone must not be stored as if it were of the object. */
    private static void refuseCodings(RequestHeaders headers) {
        for (String coding : headers.all("transfer-encoding")) {
            if (!coding.strip().equalsIgnoreCase("chunked")) {
                throw S3Error.notImplemented("Transfer-Encoding: " + coding).refusal();
            }
        }
    }

    /** Of two values another reader on the way may have taken the one that is not taken here. */
    private static void refuseRepeats(RequestHeaders headers) {
        for (String name : SINGLE) {
            if (headers.all(name).size() > 1) {
                throw S3Error.of(S3ErrorCode.INVALID_REQUEST, "This header came more than once: " + name)
                        .refusal();
            }
        }
    }

    private static RequestHeaders headers(HttpServletRequest servlet) {
        RequestHeaders.Builder headers = RequestHeaders.builder();
        Enumeration<String> names = servlet.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = servlet.getHeaders(name);
            while (values.hasMoreElements()) {
                headers.add(name, values.nextElement());
            }
        }
        return headers.build();
    }
}
