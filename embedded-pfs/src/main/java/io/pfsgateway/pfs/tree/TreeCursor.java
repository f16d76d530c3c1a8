package io.pfsgateway.pfs.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks one version of a tree. It reads a node when it first needs it and keeps the way down to the current leaf, so that a walk
 * reads every node once and a seek near the current path reads little or nothing. For one thread; a corrupt node is refused with a
 * {@link CorruptNodeException}.
 */
public final class TreeCursor implements PathCursor {
    private final NodeLoader loader;
    private final NodeId root;
    private final List<Step> steps = new ArrayList<>(4);
    private @Nullable Node leaf;
    private int index;

    TreeCursor(NodeLoader loader, NodeId root) {
        this.loader = loader;
        this.root = root;
    }

    @Override
    public void seek(byte[] path) {
        if (root.isEmpty()) {
            return;
        }
        if (leaf == null || !leafMayHold(leaf, path)) {
            Node node = climbTo(path);
            while (node.height() > 0) {
                node = descend(node, node.childFor(path));
            }
            leaf = node;
        }
        index = leaf.firstAtOrAfter(path);
        if (index == leaf.count()) {
            nextLeaf();
        }
    }

    @Override
    public boolean valid() {
        return leaf != null && index < leaf.count();
    }

    @Override
    public byte[] path() {
        return current().key(index);
    }

    @Override
    public byte[] value() {
        return current().value(index);
    }

    @Override
    public void next() {
        Node current = current();
        index++;
        if (index == current.count()) {
            nextLeaf();
        }
    }

    /** Whether the cursor stands on exactly this path. */
    boolean standsOn(byte[] path) {
        return valid() && current().compareKey(index, path) == 0;
    }

    boolean valueEquals(byte[] value) {
        return current().valueEquals(index, value);
    }

    private Node current() {
        Node current = leaf;
        if (current == null || index >= current.count()) {
            throw new IllegalStateException("the cursor stands on no path");
        }
        return current;
    }

    private static boolean leafMayHold(Node leaf, byte[] path) {
        return leaf.compareKey(0, path) <= 0 && leaf.compareKey(leaf.count() - 1, path) >= 0;
    }

    /** Drops the steps that do not lead to the path and answers the node from which it must be looked for. */
    private Node climbTo(byte[] path) {
        if (leaf == null) {
            return loader.load(root);
        }
        for (int depth = 0; depth < steps.size(); depth++) {
            Step step = steps.get(depth);
            if (step.node().childFor(path) != step.child()) {
                steps.subList(depth, steps.size()).clear();
                return step.node();
            }
        }
        return leaf;
    }

    private Node descend(Node node, int child) {
        steps.add(new Step(node, child));
        return loader.loadChild(node, child);
    }

    private void nextLeaf() {
        while (!steps.isEmpty()) {
            Step last = steps.remove(steps.size() - 1);
            if (last.child() + 1 < last.node().count()) {
                Node node = descend(last.node(), last.child() + 1);
                while (node.height() > 0) {
                    node = descend(node, 0);
                }
                leaf = node;
                index = 0;
                return;
            }
        }
        leaf = null;
    }

    private record Step(Node node, int child) {}
}
