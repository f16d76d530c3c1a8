package io.pfsgateway.adapter.in.http.routing;

/** How far the gateway goes with an action. */
public enum Support {
    /** It does it. */
    SUPPORTED,
    /** It answers as S3 does where nothing was set. */
    CANNED,
    /** It refuses with NotImplemented. */
    REFUSED
}
