/**
 * What is live at a commit, in order. Rows alone cannot be listed without walking over the dead, so every so many changes
 * an <em>epoch</em> is sealed and the live paths there are kept as a tree; a reader takes the nearest tree before its
 * commit and lays the changes since over it. Both say where the live row was written, so that each is one point read.
 *
 * <p>The tree is derived: it is built in the background, at any distance behind, and built again where a crash took it. A
 * seal whose tree was left out because others follow closely stays readable, only by more changes.
 */
@NullMarked
package io.pfsgateway.pfs.index;

import org.jspecify.annotations.NullMarked;
