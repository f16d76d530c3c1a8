package io.pfsgateway.pfs.store;

/** A key with its value, as they are stored. Whoever gets one does not change the bytes. */
@SuppressWarnings("ArrayRecordComponent") // It may be shared by many readers, and nobody compares two of them.
public record Entry(byte[] key, byte[] value) {}
