package io.pfsgateway.pfs.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An immutable ordered map from path bytes to value bytes, in unsigned byte order, of which any number of versions lives in one
 * {@link NodeStore}. A version costs the nodes that its changes touch, and reading costs what is read, however much was deleted
 * before. Threads may share a tree; of a root that the store does not hold, or a node that is corrupt, it refuses to answer.
 */
public final class PathTree {
    private final NodeStore nodes;
    private final TreeSettings settings;
    private final NodeLoader loader;

    public PathTree(NodeStore nodes) {
        this(nodes, TreeSettings.defaults());
    }

    public PathTree(NodeStore nodes, TreeSettings settings) {
        this.nodes = nodes;
        this.settings = settings;
        this.loader = new NodeLoader(nodes, settings.cacheBytes());
    }

    /** As {@link #apply(NodeId, Iterator, NodeWriter)}, with the new nodes going to the tree's own store. */
    public NodeId apply(NodeId root, Iterator<TreeChange> changes) {
        return apply(root, changes, nodes);
    }

    /**
     * Makes the version that these changes turn the root's version into, and answers its root: the same root if they change
     * nothing, {@link NodeId#EMPTY} if they leave nothing. Only touched nodes, a few neighbours that are merged with them and their
     * parents are written. Refuses paths that do not ascend strictly; whatever it throws, the old version is as it was.
     */
    public NodeId apply(NodeId root, Iterator<TreeChange> changes, NodeWriter target) {
        EffectiveChanges effective = new EffectiveChanges(changes, cursor(root));
        return new TreeRewrite(loader, effective, new TreeBuilder(loader, settings, target)).from(root);
    }

    /** The memory that decoded nodes take, in bytes. */
    public long cachedBytes() {
        return loader.cachedBytes();
    }

    /** A cursor over this root's version, to be told where to start. */
    public TreeCursor cursor(NodeId root) {
        return new TreeCursor(loader, root);
    }

    /**
     * Tells of the nodes that this root's version is made of. Below a node it goes on only where the listener says that the node is
     * new to it, so that what many versions share is walked once; leaves are told of unread.
     */
    public void tellNodes(NodeId root, Predicate<NodeId> isNew) {
        if (!root.isEmpty() && isNew.test(root)) {
            tellBelow(loader.load(root), isNew);
        }
    }

    private void tellBelow(Node node, Predicate<NodeId> isNew) {
        for (int index = 0; node.height() > 0 && index < node.count(); index++) {
            if (isNew.test(node.child(index)) && node.height() > 1) {
                tellBelow(loader.loadChild(node, index), isNew);
            }
        }
    }

    /** The value of the path in this root's version. */
    public Optional<byte[]> get(NodeId root, byte[] path) {
        TreeCursor cursor = cursor(root);
        cursor.seek(path);
        return cursor.valid() && Arrays.equals(cursor.path(), path) ? Optional.of(cursor.value()) : Optional.empty();
    }
}
