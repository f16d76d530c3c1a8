/**
 * Finds things: branches by name, commits by reference, the version of a file that stands at a commit, and the bytes under
 * it. Nothing here takes a lock or writes. A {@link io.pfsgateway.pfs.read.CommitPoint} is a commit as a branch shows it,
 * and everything is read at such a point.
 */
@NullMarked
package io.pfsgateway.pfs.read;

import org.jspecify.annotations.NullMarked;
