/**
 * One request and its answer, as values. An {@link S3Request} is what came: a {@link RequestTarget} taken from the raw path, the
 * query, the headers, and the body, not yet read. An {@link Answer} is what goes back: status, headers and a body that writes
 * itself.
 *
 * <p>The traps: keys are decoded here, once, from the path as it came over the wire, so that {@code %2F}, {@code //}, {@code +}
 * and {@code ..} mean themselves; a container's own idea of the path must never be asked. Reading the first byte of the body
 * tells a waiting client to send it, so nothing reads it before the request is admitted.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.exchange;

import org.jspecify.annotations.NullMarked;
