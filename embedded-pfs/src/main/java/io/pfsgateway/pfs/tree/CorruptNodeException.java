package io.pfsgateway.pfs.tree;

/** The bytes stored for a node are not what a tree wrote there; carries the node's id. Retrying does not help. */
public final class CorruptNodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NodeId node;

    CorruptNodeException(NodeId node, String reason) {
        super("node " + node + " of a tree is corrupt: " + reason);
        this.node = node;
    }

    CorruptNodeException(NodeId node, String reason, Throwable cause) {
        super("node " + node + " of a tree is corrupt: " + reason, cause);
        this.node = node;
    }

    public NodeId node() {
        return node;
    }
}
