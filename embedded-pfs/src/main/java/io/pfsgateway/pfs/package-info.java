/**
 * A versioned file system in a folder: projects, repositories, branches, commits and files, on one machine and durable.
 * {@link io.pfsgateway.pfs.EmbeddedPfs} opens it and hands out one object for each role.
 *
 * <p>How it is built, from below: {@code disk} is the seam for all that must be durable, {@code store} the ordered
 * key-value store, {@code record} what stands in it. {@code content} holds the bytes, {@code read} finds commits and files,
 * {@code tree} and {@code index} keep what is live in order, and {@code listing} turns that into pages. {@code commit} is
 * the one way in which anything changes, {@code branch} and {@code staged} are what goes through it, {@code reclaim} what
 * happens afterwards in the background, and {@code check} proves all of it.
 *
 * <p>The traps to know. A commit that fails with {@code OUTCOME_UNKNOWN} may have happened. An open file and a content
 * writer must be closed, or their bytes stay. What a branch held goes some time after the branch did.
 */
@NullMarked
package io.pfsgateway.pfs;

import org.jspecify.annotations.NullMarked;
