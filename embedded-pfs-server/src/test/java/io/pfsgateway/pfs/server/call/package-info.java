/** Tests of how calls are carried out. */
@NullMarked
package io.pfsgateway.pfs.server.call;

import org.jspecify.annotations.NullMarked;
