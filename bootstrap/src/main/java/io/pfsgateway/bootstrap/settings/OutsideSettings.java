package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.adapter.in.http.accesslog.LogTarget;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How the gateway is seen from outside.
 *
 * @param admin where health and metrics are served, if anywhere
 * @param accessLog where each request is noted, if anywhere
 */
public record OutsideSettings(Optional<InetSocketAddress> admin, Optional<LogTarget> accessLog) {
    /** Without a log of requests. */
    public OutsideSettings(Optional<InetSocketAddress> admin) {
        this(admin, Optional.empty());
    }
}
