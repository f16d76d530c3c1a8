/**
 * What web pages of other origins may do with a bucket. A {@link io.pfsgateway.domain.cors.CorsRequest} is what a browser says of
 * the page and of what it is about to do; the first of the bucket's rules that allows it decides. The rules keep browsers from
 * pages' wishes, nobody else: rights are decided apart from them.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">The CORS protocol</a>
 */
@NullMarked
package io.pfsgateway.domain.cors;

import org.jspecify.annotations.NullMarked;
