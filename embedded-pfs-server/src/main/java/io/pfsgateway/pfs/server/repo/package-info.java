/** Projects, repositories and branches, and the commits that they hold: making, listing and deleting them. */
@NullMarked
package io.pfsgateway.pfs.server.repo;

import org.jspecify.annotations.NullMarked;
