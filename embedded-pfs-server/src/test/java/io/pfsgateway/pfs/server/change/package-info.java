/** Tests of how calls are carried out. */
@NullMarked
package io.pfsgateway.pfs.server.change;

import org.jspecify.annotations.NullMarked;
