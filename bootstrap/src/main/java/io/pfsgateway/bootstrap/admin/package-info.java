/** What operators and orchestrators ask of the process itself, on an address of its own. */
@NullMarked
package io.pfsgateway.bootstrap.admin;

import org.jspecify.annotations.NullMarked;
