package io.pfsgateway.pfs.tree;

import static io.pfsgateway.pfs.tree.Trees.bytes;
import static io.pfsgateway.pfs.tree.Trees.numbered;
import static io.pfsgateway.pfs.tree.Trees.paths;
import static io.pfsgateway.pfs.tree.Trees.puts;
import static io.pfsgateway.pfs.tree.Trees.removals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reading and changing a large tree costs, in nodes read and written, with nothing cached. */
final class PathTreeCostTest {
    private static final int MANY = 600_000;
    private static final MemoryNodeStore STORE = new MemoryNodeStore(1);
    private static final TreeSettings SETTINGS =
            new TreeSettings(TreeSettings.defaults().targetNodeBytes(), 0);
    private static final PathTree TREE = new PathTree(STORE, SETTINGS);
    private static final NodeId FULL =
            TREE.apply(NodeId.EMPTY, puts(0, MANY, "12345678").iterator());

    @Test
    void aPageReadsAboutAsManyNodesAsItFills() {
        long reads = STORE.readsDuring(() ->
                assertThat(paths(TREE.cursor(FULL), numbered(MANY / 2), 1000)).hasSize(1000));
        assertThat(reads).isBetween(5L, 25L);
    }

    @Test
    void aPageBehindManyRemovedPathsReadsNoMoreThanAnyOther() {
        NodeId root = TREE.apply(FULL, removals(1000, MANY - 1500).iterator());
        long reads = STORE.readsDuring(() -> assertThat(paths(TREE.cursor(root), numbered(999), 1001))
                .hasSize(1001)
                .contains("data/part-%08d".formatted(MANY - 1500)));
        assertThat(reads).isLessThanOrEqualTo(25);
    }

    @Test
    void removingMostPathsEverywhereLeavesNoNearlyEmptyNodes() {
        Stream<TreeChange> changes =
                IntStream.range(0, MANY).filter(i -> i % 500 != 0).mapToObj(i -> TreeChange.remove(numbered(i)));
        NodeId root = TREE.apply(FULL, changes.iterator());
        TreeShape shape = TreeShape.check(STORE, SETTINGS, root);
        assertThat(shape.entries).isEqualTo(MANY / 500);
        assertThat(shape.leaves).isLessThanOrEqualTo(30);
    }

    @Test
    void removingPathsOneVersionAtATimeLeavesNoNearlyEmptyNodes() {
        NodeId root = TREE.apply(NodeId.EMPTY, puts(0, 2000, "12345678").iterator());
        for (int i = 0; i < 2000; i++) {
            if (i % 50 != 0) {
                root = TREE.apply(root, removals(i, i + 1).iterator());
            }
        }
        assertThat(TreeShape.check(STORE, SETTINGS, root).leaves).isEqualTo(1);
    }

    @Test
    void aSeekReadsOneNodePerLevel() {
        long reads = STORE.readsDuring(() -> TREE.get(FULL, numbered(MANY / 3)));
        assertThat(reads).isLessThanOrEqualTo(4);
    }

    @Test
    void aSeekPastADirectoryReadsOneNodePerLevel() {
        TreeCursor cursor = TREE.cursor(FULL);
        cursor.seek(numbered(0));
        assertThat(STORE.readsDuring(() -> cursor.seek(numbered(MANY - 5)))).isLessThanOrEqualTo(4);
    }

    @Test
    void walkingOnWithinALeafReadsNothing() {
        TreeCursor cursor = TREE.cursor(FULL);
        cursor.seek(numbered(0));
        assertThat(STORE.readsDuring(() -> cursor.seek(numbered(1)))).isZero();
    }

    @Test
    void oneChangeWritesOneNodePerLevelOrItsSplit() {
        long writes = STORE.writesDuring(
                () -> TREE.apply(FULL, puts(77_777, 77_778, "changed!").iterator()));
        assertThat(writes).isLessThanOrEqualTo(5);
    }

    @Test
    void neighbouringChangesShareTheirNodes() {
        long writes = STORE.writesDuring(
                () -> TREE.apply(FULL, puts(MANY, MANY + 1000, "12345678").iterator()));
        assertThat(writes).isLessThanOrEqualTo(25);
    }

    @Test
    void scatteredChangesWriteALeafEachAndShareTheNodesAbove() {
        Stream<TreeChange> changes =
                IntStream.range(0, 100).mapToObj(i -> TreeChange.put(numbered(i * 2000), bytes("changed!")));
        long writes = STORE.writesDuring(() -> TREE.apply(FULL, changes.iterator()));
        assertThat(writes).isLessThanOrEqualTo(150);
    }

    @Test
    void aLongCommonPrefixDoesNotFillNodesByItself() {
        String prefix = "p".repeat(1000);
        Stream<TreeChange> changes =
                IntStream.range(100_000, 110_000).mapToObj(i -> TreeChange.put(bytes(prefix + i), bytes("12345678")));
        long writes = STORE.writesDuring(() -> TREE.apply(NodeId.EMPTY, changes.iterator()));
        assertThat(writes).isLessThanOrEqualTo(200);
    }

    @Test
    void appendingLeavesFullNodes() {
        NodeId root = NodeId.EMPTY;
        for (int i = 0; i < 200; i++) {
            root = TREE.apply(root, puts(i * 100, (i + 1) * 100, "12345678").iterator());
        }
        TreeShape shape = TreeShape.check(STORE, SETTINGS, root);
        TreeShape atOnce = TreeShape.check(
                STORE,
                SETTINGS,
                TREE.apply(NodeId.EMPTY, puts(0, 20_000, "12345678").iterator()));
        assertThat(shape.leaves).isLessThanOrEqualTo(atOnce.leaves * 11 / 10);
    }
}
