/**
 * Fakes of the out ports that live in memory and keep every promise of the contracts, for tests above the ports.
 *
 * <p>{@link io.pfsgateway.testkit.fake.InMemoryFileSystem} is one immutable snapshot behind one lock: a commit is a node that
 * holds its own changes and its parent, a branch is a name for a node, and a change replaces the snapshot. What was read from
 * an older snapshot stays as it was, which is what pinned reads ask for. Nothing here is made for speed: a listing walks the
 * whole line of commits.
 */
@NullMarked
package io.pfsgateway.testkit.fake;

import org.jspecify.annotations.NullMarked;
