/**
 * A request's body, from the bytes of the wire to bytes that are known to be what the client meant.
 *
 * <p>The nouns: a <em>declaration</em> ({@code x-amz-content-sha256}) says in which form the body comes; an
 * <em>aws-chunked</em> body is framed in chunks, each perhaps signed, with perhaps a <em>trailer</em> of headers behind
 * the last; a <em>digest</em> is whatever the client declared of the decoded bytes: {@code Content-MD5}, a SHA-256, one
 * checksum. {@link PayloadStream} is the one way in: it decodes, counts and digests in one pass.
 *
 * <p>The traps: only at the end of the stream is it known whether the bytes are good, so nothing may be committed
 * before {@link PayloadStream#finish()} has returned, not even when as many bytes have come as were announced. A
 * failure stays: a stream that has failed once fails forever, and never ends as if it were whole. The framing stands
 * inside HTTP's own chunking, and need not come with any length at all.
 *
 * <p>Sources: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks" and
 * "… Including Trailing Headers" in Amazon's S3 API reference; "Checking object integrity in Amazon S3".
 */
@NullMarked
package io.pfsgateway.adapter.in.http.body;

import org.jspecify.annotations.NullMarked;
