/**
 * The ordered key-value store under the engine: families of keys and values, both bytes. A
 * {@link io.pfsgateway.pfs.store.View} reads what is durable, a {@link io.pfsgateway.pfs.store.Session} is the committer's
 * batch that reads its own writes, a {@link io.pfsgateway.pfs.store.Batch} carries what may be lost in a crash because it
 * can be made again. What was read lately of some families is {@link io.pfsgateway.pfs.store.Recent remembered}, for views of the
 * newest state alone.
 *
 * <p>The trap to know: views, sessions and cursors hold native memory and keep the store from closing, so each lives in a
 * try-with-resources, on one thread, for no longer than one page or one group of commits.
 */
@NullMarked
package io.pfsgateway.pfs.store;

import org.jspecify.annotations.NullMarked;
