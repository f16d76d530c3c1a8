/** Tests of the server, each over a real engine folder; those of the wire over loopback, the others in process. */
@NullMarked
package io.pfsgateway.pfs.server;

import org.jspecify.annotations.NullMarked;
