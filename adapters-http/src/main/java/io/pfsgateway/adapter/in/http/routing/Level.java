package io.pfsgateway.adapter.in.http.routing;

import io.pfsgateway.adapter.in.http.exchange.RequestTarget;

/** What kind of thing a request is about. */
public enum Level {
    SERVICE,
    BUCKET,
    OBJECT;

    /** The kind of a target. */
    public static Level of(RequestTarget target) {
        if (target.bucket().isEmpty()) {
            return SERVICE;
        }
        return target.key().isEmpty() ? BUCKET : OBJECT;
    }
}
