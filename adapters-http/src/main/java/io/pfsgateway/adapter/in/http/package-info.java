/**
 * The S3 protocol over HTTP, in front of the use cases.
 *
 * <p>A request is read by {@code exchange}, admitted by {@code access} (which asks {@code signature}), given its one meaning by
 * {@code routing} and handed to its handler in {@code operation}, which reads {@code header}s, the {@code body} with its
 * {@code checksum}s, or {@code xml}, drives one use case and builds the answer. {@code server} is the edge, and {@code error} says
 * what went wrong in S3's words. This package is the module's face: settings, the use cases that it needs, and the running
 * {@link HttpGateway}.
 */
@NullMarked
package io.pfsgateway.adapter.in.http;

import org.jspecify.annotations.NullMarked;
