/** The parts together: started, failed half way, closed. */
@NullMarked
package io.pfsgateway.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
