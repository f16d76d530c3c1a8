package io.pfsgateway.bootstrap.settings;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How S3 is served.
 *
 * @param domain the name below which buckets are host names
 * @param maxRequests requests that are worked on at once
 * @param drain how long a stop waits for requests under way
 */
public record S3Settings(InetSocketAddress listen, Optional<String> domain, int maxRequests, Duration drain) {}
