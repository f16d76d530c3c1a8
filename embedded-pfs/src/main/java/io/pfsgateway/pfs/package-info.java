/** A versioned file system in a folder: repositories, branches, commits and files, on one machine and durable. */
@NullMarked
package io.pfsgateway.pfs;

import org.jspecify.annotations.NullMarked;
