/**
 * Serves an embedded file system over gRPC as {@code pfs_v2}, so that Pachyderm's own clients, and the gateway as one of them,
 * can use it as a pachd. {@link io.pfsgateway.pfs.server.PfsServer} starts it.
 *
 * <p>From below: {@code words} are the protocol's names, paths and refusals, {@code call} carries out calls, {@code commit}
 * finds commits, {@code tree} makes directories of paths; {@code repo}, {@code file} and {@code change} are what the calls do,
 * and {@code service} the calls themselves.
 *
 * <p>The traps to know. There is no TLS and nobody is asked who he is: it is for loopback. A file's hash is the engine's, so
 * that equal hashes mean equal bytes, but not the reverse. Pipelines are no part of this.
 */
@NullMarked
package io.pfsgateway.pfs.server;

import org.jspecify.annotations.NullMarked;
