/**
 * How calls are answered: one message, or a stream that is made only as fast as the client takes it. Nothing here waits for
 * a client, so a slow one holds no thread; and what an answer holds open is closed when the call ends in whatever way.
 */
@NullMarked
package io.pfsgateway.pfs.server.call;

import org.jspecify.annotations.NullMarked;
