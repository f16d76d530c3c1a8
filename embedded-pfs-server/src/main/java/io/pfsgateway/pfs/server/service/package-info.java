/**
 * The services, as the protocol defines them. Each call is handed to what does it; a call that is not here is answered
 * UNIMPLEMENTED by gRPC, with its name.
 */
@NullMarked
package io.pfsgateway.pfs.server.service;

import org.jspecify.annotations.NullMarked;
