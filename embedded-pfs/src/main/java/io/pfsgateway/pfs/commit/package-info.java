/**
 * All change goes through here. One at a time takes the {@linkplain io.pfsgateway.pfs.commit.Operation operations} that wait,
 * applies each in turn on a batch that reads its own writes, forces the batch to disk once, and only then answers them all.
 * So preconditions are decided with the commit, nothing is visible or answered before it is durable, and many small commits
 * share one forced write.
 *
 * <p>When that forced write fails, nobody can say what is on the disk: all who waited for it are told so, and nothing is
 * taken any more until the store has been opened again.
 */
@NullMarked
package io.pfsgateway.pfs.commit;

import org.jspecify.annotations.NullMarked;
