/**
 * What web pages of other origins get to see. A browser that is about to send a request which a page could not always send asks first, by a
 * preflight: {@code OPTIONS} with the page's origin and what it is about to do, without credentials. Any other request of such a page
 * is carried out or refused like everybody's, and the headers of the answer, an error too, tell the browser whether the page may read
 * it. {@link BucketCrossOrigin} answers by the rules of the bucket; {@link CrossOrigin#CLOSED} gives pages nothing.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.cors;

import org.jspecify.annotations.NullMarked;
