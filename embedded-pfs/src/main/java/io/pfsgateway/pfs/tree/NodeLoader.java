package io.pfsgateway.pfs.tree;

import java.util.Optional;

/** Gets nodes from the store, decoded, through the cache. */
final class NodeLoader {
    private final NodeStore store;
    private final NodeCache cache;

    NodeLoader(NodeStore store, long cacheBytes) {
        this.store = store;
        this.cache = new NodeCache(cacheBytes);
    }

    long cachedBytes() {
        return cache.bytes();
    }

    Node load(NodeId id) {
        Optional<Node> cached = cache.find(id);
        if (cached.isPresent()) {
            return cached.get();
        }
        Node node = NodeCodec.decode(id, store.read(id));
        cache.keep(id, node);
        return node;
    }

    /** Loads a child, and refuses one that is not one step closer to the leaves: without that a loop of nodes would never end. */
    Node loadChild(Node parent, int index) {
        NodeId id = parent.child(index);
        Node child = load(id);
        if (child.height() != parent.height() - 1) {
            throw new CorruptNodeException(id, "its height is " + child.height() + " under " + parent.height());
        }
        return child;
    }
}
