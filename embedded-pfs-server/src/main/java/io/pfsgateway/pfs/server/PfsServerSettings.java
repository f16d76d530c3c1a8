package io.pfsgateway.pfs.server;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server runs.
 *
 * @param listen where it serves; port 0 for any free one
 * @param drain how long a stop waits for the calls under way
 * @param id what the data is known by, the same at every start
 * @param release of this program
 */
public record PfsServerSettings(InetSocketAddress listen, Duration drain, String id, String release) {}
