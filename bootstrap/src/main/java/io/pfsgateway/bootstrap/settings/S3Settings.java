package io.pfsgateway.bootstrap.settings;

import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How S3 is served.
 *
 * @param tls the certificate and key to serve HTTPS with; without them it is HTTP
 * @param domain the name below which buckets are host names
 * @param maxRequests requests that are worked on at once
 * @param drain how long a stop waits for requests under way
 */
public record S3Settings(
        InetSocketAddress listen, Optional<TlsFiles> tls, Optional<String> domain, int maxRequests, Duration drain) {}
