/**
 * The edge: Jetty under Javalin, and what is done with every request before and after its action. {@link RequestPipeline} gives
 * each a name, bounds how many are under way, authenticates, routes, and sends the answer; every failure is translated and logged
 * here, once. {@link JettyServerSetup} holds what Jetty must be told so that paths, headers and bodies stay as they came.
 *
 * <p>The traps: Javalin compresses answers unless told not to; Jetty refuses ambiguous paths unless told not to, and answers its
 * own errors in HTML; an error that is sent before the body was read must not leave the rest of it to be taken for the next
 * request.
 */
@NullMarked
package io.pfsgateway.adapter.in.http.server;

import org.jspecify.annotations.NullMarked;
