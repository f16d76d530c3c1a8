package io.pfsgateway.pfs.tree;

/**
 * Takes the new nodes of a tree, for instance into a batch that becomes durable together with the root's own record. {@link
 * PathTree#apply} never reads back a node that it wrote itself, so the nodes need not be readable before it returns.
 */
@FunctionalInterface
public interface NodeWriter {
    /**
     * Keeps the bytes under a fresh id, one that is not {@link NodeId#EMPTY} and that neither named nor will name other bytes. Called
     * by one thread for the length of one apply; children come before their parents. May throw the store's unchecked exception.
     */
    NodeId write(byte[] node);
}
