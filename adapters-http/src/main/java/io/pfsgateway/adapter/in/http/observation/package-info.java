/**
 * What is told of requests when they have ended. {@link io.pfsgateway.adapter.in.http.observation.RequestObserver} is told of each
 * once, of those too that were refused before anyone knew what they asked for. The numbers cost nothing to read; the
 * {@linkplain io.pfsgateway.adapter.in.http.observation.RequestDetails details} are made only for who asks for them.
 *
 * <p>The trap: details are of the request while it is held by the server, and are gone when the observer returns.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.observation;

import org.jspecify.annotations.NullMarked;
