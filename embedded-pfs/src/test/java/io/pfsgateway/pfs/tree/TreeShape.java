package io.pfsgateway.pfs.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks all nodes of a version and checks what every tree promises of its shape; counts nodes and entries. */
final class TreeShape {
    private static final int HEADER_AND_FIRST = 40;

    private final MemoryNodeStore store;
    private final TreeSettings settings;
    int leaves;
    int innerNodes;
    long entries;
    private int smallestNode = Integer.MAX_VALUE;
    private int fewestEntries = Integer.MAX_VALUE;
    private int largestNode;
    private int largestEntry;

    private TreeShape(MemoryNodeStore store, TreeSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    static TreeShape check(MemoryNodeStore store, TreeSettings settings, NodeId root) {
        TreeShape shape = new TreeShape(store, settings);
        if (!root.isEmpty()) {
            shape.walk(root, new byte[0], null, -1);
            shape.checkSizes();
        }
        return shape;
    }

    private void walk(NodeId id, byte[] lower, byte @Nullable [] upper, int expectedHeight) {
        byte[] bytes = store.read(id);
        Node node = NodeCodec.decode(id, bytes);
        measure(node, bytes.length, expectedHeight < 0);
        assertThat(Arrays.compareUnsigned(node.key(0), lower)).isNotNegative();
        if (upper != null) {
            assertThat(Arrays.compareUnsigned(node.key(node.count() - 1), upper))
                    .isNegative();
        }
        if (expectedHeight >= 0) {
            assertThat(node.height()).isEqualTo(expectedHeight);
        }
        if (node.height() == 0) {
            leaves++;
            entries += node.count();
            return;
        }
        innerNodes++;
        for (int i = 0; i < node.count(); i++) {
            byte @Nullable [] next = i + 1 < node.count() ? node.key(i + 1) : upper;
            walk(node.child(i), i == 0 ? lower : node.key(i), next, node.height() - 1);
        }
    }

    private void measure(Node node, int encodedBytes, boolean root) {
        int least = node.height() == 0 ? 1 : 2;
        int size = encodedBytes - node.key(0).length;
        if (!root) {
            smallestNode = Math.min(smallestNode, size);
            fewestEntries = Math.min(fewestEntries, node.count() - least);
        }
        if (node.count() >= 2 * least) {
            largestNode = Math.max(largestNode, size);
        }
        for (int i = 0; i < node.count(); i++) {
            largestEntry = Math.max(largestEntry, node.key(i).length + node.value(i).length + 6);
        }
    }

    /** Entries that are large beside the nodes allow no even nodes, but never too few children. */
    private void checkSizes() {
        assertThat(fewestEntries).isNotNegative();
        if (2 * largestEntry <= settings.leastNodeBytes()) {
            assertThat(smallestNode).isGreaterThanOrEqualTo(settings.leastNodeBytes() - largestEntry);
            assertThat(largestNode).isLessThanOrEqualTo(settings.greatestNodeBytes() + HEADER_AND_FIRST);
        }
    }
}
