package io.pfsgateway.pfs;

/**
 * The memory that an engine holds at a moment, in bytes; the numbers are read one after the other, while others go on.
 *
 * @param recentBytes on the heap: what was found and written lately, as it is weighed for {@link PfsCaches#recentBytes()}
 * @param nodeBytes on the heap: decoded nodes of trees
 * @param blockBytes beside the heap: blocks of the store's files
 * @param unwrittenBytes beside the heap: what the store has in its log and has not sorted into files yet
 * @param tableBytes beside the heap: what the store keeps of each open file that is not among its blocks
 */
public record PfsMemory(long recentBytes, long nodeBytes, long blockBytes, long unwrittenBytes, long tableBytes) {}
