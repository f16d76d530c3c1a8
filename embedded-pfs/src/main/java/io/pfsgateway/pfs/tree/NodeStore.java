package io.pfsgateway.pfs.tree;

/**
 * Where the nodes of trees live: small blobs, immutable once written, found by their id. Reads come from many threads at once.
 * Nodes whose write was not followed by a record of their root may vanish; no other node may, while a root that reaches it is used.
 */
public interface NodeStore extends NodeWriter {
    /**
     * The bytes written under this id; the caller does not change them. Refuses an id that names nothing with an unchecked
     * exception of the store, as it does a failed read; never answers null.
     */
    byte[] read(NodeId id);
}
