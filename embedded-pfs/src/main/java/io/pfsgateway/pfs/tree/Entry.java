package io.pfsgateway.pfs.tree;

/** One entry of a node: a path with its value in a leaf, a child's lower bound with the child's id above the leaves. */
@SuppressWarnings("ArrayRecordComponent") // Carries bytes between nodes; nobody compares two of them.
record Entry(byte[] key, byte[] value) {}
