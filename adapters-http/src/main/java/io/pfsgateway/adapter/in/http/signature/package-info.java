/**
 * Who signed a request, by AWS Signature Version 4, and by version 2 where it is taken.
 *
 * <p>The nouns: a {@link SignedRequest} is what came over the wire, untouched. A <em>claim</em> is what the client says
 * of itself, in the {@code Authorization} header or in the query of a presigned URL: an access key, a scope (day,
 * region, service), the names of the headers that it signed, and a signature. The {@link SignatureVerifier} rebuilds
 * the canonical request, signs it with the secret that belongs to the access key, and compares. What it finds is a
 * {@link SignatureResult}; nothing here knows HTTP statuses or S3 error codes.
 *
 * <p>The traps: the path is signed as single-encoded and never normalised, while clients leave different characters
 * bare on the wire, so it is decoded and encoded anew. Header values reach us as one character per byte. A header that
 * was not signed may have been added by anyone, so an unsigned {@code x-amz-*} header refuses the whole request. The
 * signature of a streamed body's request is the seed of the signatures of its chunks, which {@link SigningContext}
 * carries on.
 *
 * <p>Version 2 is older and weaker: an HMAC-SHA1 over the method, four headers and the resource, the bucket of the host before it;
 * it says nothing of the body. It is taken only where that is switched on.
 *
 * <p>Sources: "Signing and Authenticating REST Requests", and "Authenticating Requests (AWS Signature Version 4)" in Amazon's S3 API reference.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.signature;

import org.jspecify.annotations.NullMarked;
