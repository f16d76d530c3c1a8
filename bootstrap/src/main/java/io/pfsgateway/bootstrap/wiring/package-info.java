/**
 * How the parts are put together, once, at the start. {@link io.pfsgateway.bootstrap.wiring.GatewayComponent} is the table of
 * contents; each module beside it makes what its name says.
 */
@NullMarked
package io.pfsgateway.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
