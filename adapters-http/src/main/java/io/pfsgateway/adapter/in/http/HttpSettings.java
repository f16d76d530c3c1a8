package io.pfsgateway.adapter.in.http;

import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How the gateway is served.
 *
 * @param listen where; port 0 takes a free one
 * @param tls the certificate and key to serve HTTPS with; without them it is HTTP
 * @param access how it is decided who makes a request
 * @param domain the domain below which host names are buckets
 * @param maxRequests how many requests may be under way at once; more are answered SlowDown
 * @param drain how long requests under way may go on when the gateway stops
 */
public record HttpSettings(
        InetSocketAddress listen,
        Optional<TlsFiles> tls,
        AccessSettings access,
        Optional<String> domain,
        int maxRequests,
        Duration drain) {
    public HttpSettings {
        if (listen.isUnresolved()) {
            throw new IllegalArgumentException("There is no such address to listen at: " + listen);
        }
        if (access.mode() == SecurityMode.OPEN
                && !access.openAnywhere()
                && !listen.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("An open gateway listens on a loopback address only: " + listen);
        }
        if (domain.filter(name -> name.isBlank() || name.startsWith(".")).isPresent()) {
            throw new IllegalArgumentException("This is not a domain: '" + domain.get() + "'");
        }
        if (maxRequests < 1) {
            throw new IllegalArgumentException("At least one request must be possible, not " + maxRequests);
        }
        if (drain.isNegative()) {
            throw new IllegalArgumentException("A time to drain is not negative: " + drain);
        }
    }
}
