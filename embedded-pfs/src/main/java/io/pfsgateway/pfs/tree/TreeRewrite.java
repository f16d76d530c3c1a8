package io.pfsgateway.pfs.tree;

import org.jspecify.annotations.Nullable;

/** Goes down an old tree along the changes, and hands what they make of it to a builder: new entries, and subtrees as they were. */
final class TreeRewrite {
    private final NodeLoader loader;
    private final EffectiveChanges changes;
    private final TreeBuilder builder;

    TreeRewrite(NodeLoader loader, EffectiveChanges changes, TreeBuilder builder) {
        this.loader = loader;
        this.changes = changes;
        this.builder = builder;
    }

    NodeId from(NodeId root) {
        if (!changes.hasBefore(null)) {
            return root;
        }
        byte[] lowest = {};
        if (root.isEmpty()) {
            builder.startLeaf(lowest);
            addChangesBefore(null);
        } else {
            rewrite(loader.load(root), lowest, null);
        }
        return builder.finish();
    }

    private void rewrite(Node node, byte[] lowerBound, byte @Nullable [] upperBound) {
        if (node.height() == 0) {
            rewriteLeaf(node, lowerBound, upperBound);
            return;
        }
        for (int i = 0; i < node.count(); i++) {
            byte[] lower = i == 0 ? lowerBound : node.key(i);
            byte[] upper = i + 1 < node.count() ? node.key(i + 1) : upperBound;
            if (changes.hasBefore(upper)) {
                rewrite(loader.loadChild(node, i), lower, upper);
            } else {
                builder.addSubtree(new Entry(lower, node.value(i)), node.height() - 1);
            }
        }
    }

    private void rewriteLeaf(Node leaf, byte[] lowerBound, byte @Nullable [] upperBound) {
        builder.startLeaf(lowerBound);
        int copied = 0;
        while (changes.hasBefore(upperBound)) {
            TreeChange change = changes.next();
            int place = leaf.firstAtOrAfter(change.path());
            builder.addEntries(leaf, copied, place);
            addIfLive(change);
            boolean replaced = place < leaf.count() && leaf.compareKey(place, change.path()) == 0;
            copied = replaced ? place + 1 : place;
        }
        builder.addEntries(leaf, copied, leaf.count());
    }

    private void addChangesBefore(byte @Nullable [] bound) {
        while (changes.hasBefore(bound)) {
            addIfLive(changes.next());
        }
    }

    private void addIfLive(TreeChange change) {
        change.value().ifPresent(value -> builder.add(new Entry(change.path(), value)));
    }
}
