/**
 * An index of live paths that remembers: an immutable ordered map from path bytes to a small value, of which every version stays
 * readable.
 *
 * <p>The nouns first. A <em>tree</em> is a B+ tree whose <em>nodes</em> are immutable blobs in a {@link
 * io.pfsgateway.pfs.tree.NodeStore}; a version of the map is the {@link io.pfsgateway.pfs.tree.NodeId} of its <em>root</em>, and
 * {@link io.pfsgateway.pfs.tree.NodeId#EMPTY} is the version that holds nothing. {@link io.pfsgateway.pfs.tree.PathTree#apply
 * Applying} ascending {@link io.pfsgateway.pfs.tree.TreeChange changes} to a root writes the touched nodes afresh, shares all others
 * and gives a new root; the old root goes on naming what it named. So a fork copies a root and nothing else. A {@link
 * io.pfsgateway.pfs.tree.PathCursor} walks one version in unsigned byte order, and an {@link
 * io.pfsgateway.pfs.tree.OverlayCursor} lays later changes over it without building a root for them.
 *
 * <p>The traps. Nodes are found by point reads alone, so nothing that was deleted is ever walked over; what an overlay hides is
 * walked over, so whoever lays changes over a root must keep them few. The tree never deletes a node: nodes go when whoever owns the
 * store drops all of a line. An id must never come to name other bytes, since decoded nodes are cached by id.
 */
@NullMarked
package io.pfsgateway.pfs.tree;

import org.jspecify.annotations.NullMarked;
