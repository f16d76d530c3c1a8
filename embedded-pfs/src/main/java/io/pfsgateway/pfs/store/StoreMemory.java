package io.pfsgateway.pfs.store;

/** The memory that a store holds, in bytes: on the heap what was found lately, beside it the rest. */
public record StoreMemory(long recentBytes, long blockBytes, long unwrittenBytes, long tableBytes) {}
