package io.pfsgateway.adapter.in.http.access;

import io.pfsgateway.adapter.in.http.exchange.S3Request;

/** Tells who makes a request. It reads headers and query alone, and refuses with the S3 error that says why. */
@FunctionalInterface
public interface Access {
    /** Who makes it, and what they declare of the body. */
    Authenticated authenticate(S3Request request);
}
