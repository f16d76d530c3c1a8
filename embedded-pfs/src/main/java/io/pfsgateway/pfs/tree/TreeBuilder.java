package io.pfsgateway.pfs.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a tree from left to right out of entries and of whole subtrees of an older tree. A subtree is taken over unread wherever
 * the nodes before it can be closed without leaving one that is too small; else it is opened, and its first nodes fill up what went
 * before. So small nodes are merged with the neighbour to the right, and at the very end with the one to the left.
 */
final class TreeBuilder {
    private final NodeLoader loader;
    private final TreeSettings settings;
    private final NodeWriter writer;
    private final List<LevelBuilder> levels = new ArrayList<>();

    TreeBuilder(NodeLoader loader, TreeSettings settings, NodeWriter writer) {
        this.loader = loader;
        this.settings = settings;
        this.writer = writer;
    }

    /** Says that the entries of a leaf with this lower bound come next. */
    void startLeaf(byte[] lowerBound) {
        level(0).startAt(lowerBound);
    }

    void add(Entry entry) {
        addAt(0, entry);
    }

    /** Takes over entries of an older leaf. */
    void addEntries(Node leaf, int from, int to) {
        LevelBuilder level = level(0);
        for (int i = from; i < to; i++) {
            level.add(leaf, i);
            if (level.isTooLarge()) {
                addAt(1, level.cut());
            }
        }
    }

    /** Takes over a subtree, given its parent's entry and the height of its root. */
    void addSubtree(Entry subtree, int height) {
        if (closeUpTo(height)) {
            addAt(height + 1, subtree);
            return;
        }
        Node node = loader.load(NodeId.decode(subtree.value()));
        if (height == 0) {
            startLeaf(subtree.key());
            addEntries(node, 0, node.count());
            return;
        }
        for (int i = 0; i < node.count(); i++) {
            addSubtree(new Entry(i == 0 ? subtree.key() : node.key(i), node.value(i)), height - 1);
        }
    }

    /** Closes every level and answers the root. */
    NodeId finish() {
        for (int height = 0; height < levels.size(); height++) {
            LevelBuilder level = levels.get(height);
            if (lowestWithEntriesAbove(height) < 0) {
                return rootFrom(level, height);
            }
            if (!level.isEmpty()) {
                closeLast(height);
            }
        }
        return NodeId.EMPTY;
    }

    private void closeLast(int height) {
        LevelBuilder level = levels.get(height);
        if (!level.isNode()) {
            borrowFromLeft(height);
        }
        if (level.isTooLarge()) {
            addAt(height + 1, level.cut());
        }
        if (!level.isEmpty()) {
            addAt(height + 1, level.flush());
        }
    }

    private static NodeId rootFrom(LevelBuilder level, int height) {
        if (level.isEmpty()) {
            return NodeId.EMPTY;
        }
        boolean onlyChild = height > 0 && level.count() == 1;
        return NodeId.decode((onlyChild ? level.removeLast() : level.flush()).value());
    }

    /** Opens the nodes along the right edge of what is built so far, down to the node left of what this level has gathered. */
    private void borrowFromLeft(int height) {
        for (int from = lowestWithEntriesAbove(height); from > height; from--) {
            Entry last = levels.get(from).removeLast();
            NodeId id = NodeId.decode(last.value());
            LevelBuilder below = levels.get(from - 1);
            below.prepend(last, below.written(id).orElseGet(() -> loader.load(id)));
        }
    }

    private int lowestWithEntriesAbove(int height) {
        for (int above = height + 1; above < levels.size(); above++) {
            if (!levels.get(above).isEmpty()) {
                return above;
            }
        }
        return -1;
    }

    /** Closes the nodes under way from the leaves up to this height; stops and answers false at one that is too small. */
    private boolean closeUpTo(int height) {
        for (int h = 0; h <= height && h < levels.size(); h++) {
            LevelBuilder level = levels.get(h);
            if (!level.isEmpty()) {
                if (!level.isNode()) {
                    return false;
                }
                addAt(h + 1, level.flush());
            }
        }
        return true;
    }

    private void addAt(int height, Entry entry) {
        LevelBuilder level = level(height);
        if (height > 0) {
            level.startAt(entry.key());
        }
        level.add(entry);
        if (level.isTooLarge()) {
            addAt(height + 1, level.cut());
        }
    }

    private LevelBuilder level(int height) {
        while (levels.size() <= height) {
            levels.add(new LevelBuilder(levels.size(), settings, writer));
        }
        return levels.get(height);
    }
}
