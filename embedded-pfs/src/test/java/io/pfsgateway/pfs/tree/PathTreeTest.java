package io.pfsgateway.pfs.tree;

import static io.pfsgateway.pfs.tree.Trees.bytes;
import static io.pfsgateway.pfs.tree.Trees.numbered;
import static io.pfsgateway.pfs.tree.Trees.paths;
import static io.pfsgateway.pfs.tree.Trees.puts;
import static io.pfsgateway.pfs.tree.Trees.removals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PathTreeTest {
    private static final int MANY = 200_000;

    private final MemoryNodeStore store = new MemoryNodeStore(1);
    private final TreeSettings settings = new TreeSettings(2048, 0);
    private final PathTree tree = new PathTree(store, settings);

    @Nested
    final class Versions {
        @Test
        void theEmptyTreeHoldsNothing() {
            assertThat(paths(tree.cursor(NodeId.EMPTY), Trees.FIRST, 1)).isEmpty();
            assertThat(tree.get(NodeId.EMPTY, bytes("a"))).isEmpty();
        }

        @Test
        void removingEverythingGivesTheEmptyTree() {
            NodeId full = tree.apply(NodeId.EMPTY, puts(0, 5000, "v").iterator());
            assertThat(tree.apply(full, removals(0, 5000).iterator())).isEqualTo(NodeId.EMPTY);
        }

        @Test
        void holdsTheEmptyPath() {
            NodeId root = tree.apply(
                    NodeId.EMPTY, List.of(TreeChange.put(bytes(""), bytes("v"))).iterator());
            assertThat(tree.get(root, bytes("")))
                    .hasValueSatisfying(value -> assertThat(value).isEqualTo(bytes("v")));
            assertThat(tree.apply(root, List.of(TreeChange.remove(bytes(""))).iterator()))
                    .isEqualTo(NodeId.EMPTY);
        }

        @Test
        void changesThatChangeNothingWriteNothingAndGiveTheSameRoot() {
            NodeId root = tree.apply(NodeId.EMPTY, puts(0, 5000, "v").iterator());
            long writes = store.writesDuring(() -> {
                assertThat(tree.apply(root, puts(100, 200, "v").iterator())).isEqualTo(root);
                assertThat(tree.apply(root, removals(5000, 6000).iterator())).isEqualTo(root);
                assertThat(tree.apply(root, Collections.emptyIterator())).isEqualTo(root);
            });
            assertThat(writes).isZero();
        }

        @Test
        void refusesPathsThatDoNotAscendStrictly() {
            for (List<String> order : List.of(List.of("b", "a"), List.of("a", "a"))) {
                Stream<TreeChange> changes = order.stream().map(path -> TreeChange.put(bytes(path), bytes("v")));
                assertThatThrownBy(() -> tree.apply(NodeId.EMPTY, changes.iterator()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void treesOfAnotherNodeSizeAreGoneOnWith() {
            NodeId root = tree.apply(NodeId.EMPTY, puts(0, 5000, "old").iterator());
            PathTree finer = new PathTree(store, new TreeSettings(256, 0));
            NodeId changed = finer.apply(root, puts(2000, 2500, "new").iterator());
            assertThat(paths(finer.cursor(changed), Trees.FIRST, 6000)).hasSize(5000);
            assertThat(finer.get(changed, numbered(2499)).orElseThrow()).isEqualTo(bytes("new"));
            assertThat(finer.get(changed, numbered(2500)).orElseThrow()).isEqualTo(bytes("old"));
        }

        @Test
        void newNodesNeedNotBeReadableBeforeTheApplyReturns() {
            NodeId root = tree.apply(NodeId.EMPTY, puts(0, 50_000, "v").iterator());
            MemoryNodeStore batch = new MemoryNodeStore(2);
            NodeId changed = tree.apply(root, removals(20, 49_990).iterator(), batch);
            assertThat(batch.reads).hasValue(0);
            store.nodes.putAll(batch.nodes);
            assertThat(paths(tree.cursor(changed), Trees.FIRST, 100)).hasSize(30);
        }
    }

    @Nested
    final class Cost {
        private final NodeId full =
                tree.apply(NodeId.EMPTY, puts(0, MANY, "12345678").iterator());

        @Test
        void aPageReadsAboutAsManyNodesAsItFills() {
            long reads = store.readsDuring(() -> assertThat(paths(tree.cursor(full), numbered(MANY / 2), 1000))
                    .hasSize(1000));
            assertThat(reads).isBetween(5L, 25L);
        }

        @Test
        void aPageBehindManyRemovedPathsReadsNoMoreThanAnyOther() {
            NodeId root = tree.apply(full, removals(1000, MANY - 1500).iterator());
            long reads = store.readsDuring(() -> assertThat(paths(tree.cursor(root), numbered(999), 1001))
                    .hasSize(1001)
                    .contains("data/part-%08d".formatted(MANY - 1500)));
            assertThat(reads).isLessThanOrEqualTo(25);
        }

        @Test
        void removingMostPathsEverywhereLeavesNoNearlyEmptyNodes() {
            Stream<TreeChange> changes =
                    IntStream.range(0, MANY).filter(i -> i % 500 != 0).mapToObj(i -> TreeChange.remove(numbered(i)));
            NodeId root = tree.apply(full, changes.iterator());
            TreeShape shape = TreeShape.check(store, settings, root);
            assertThat(shape.entries).isEqualTo(MANY / 500);
            assertThat(shape.leaves).isLessThanOrEqualTo(12);
        }

        @Test
        void removingPathsOneVersionAtATimeLeavesNoNearlyEmptyNodes() {
            NodeId root = tree.apply(NodeId.EMPTY, puts(0, 2000, "12345678").iterator());
            for (int i = 0; i < 2000; i++) {
                if (i % 50 != 0) {
                    root = tree.apply(root, removals(i, i + 1).iterator());
                }
            }
            assertThat(TreeShape.check(store, settings, root).leaves).isEqualTo(1);
        }

        @Test
        void aSeekReadsOneNodePerLevel() {
            long reads = store.readsDuring(() -> tree.get(full, numbered(MANY / 3)));
            assertThat(reads).isLessThanOrEqualTo(3);
        }

        @Test
        void aSeekPastADirectoryReadsOneNodePerLevel() {
            TreeCursor cursor = tree.cursor(full);
            cursor.seek(numbered(0));
            assertThat(store.readsDuring(() -> cursor.seek(numbered(MANY - 5)))).isLessThanOrEqualTo(3);
        }

        @Test
        void walkingOnWithinALeafReadsNothing() {
            TreeCursor cursor = tree.cursor(full);
            cursor.seek(numbered(0));
            assertThat(store.readsDuring(() -> cursor.seek(numbered(1)))).isZero();
        }

        @Test
        void oneChangeWritesOneNodePerLevelOrItsSplit() {
            long writes = store.writesDuring(
                    () -> tree.apply(full, puts(77_777, 77_778, "changed!").iterator()));
            assertThat(writes).isLessThanOrEqualTo(4);
        }

        @Test
        void neighbouringChangesShareTheirNodes() {
            long writes = store.writesDuring(
                    () -> tree.apply(full, puts(MANY, MANY + 1000, "12345678").iterator()));
            assertThat(writes).isLessThanOrEqualTo(25);
        }

        @Test
        void scatteredChangesWriteALeafEachAndShareTheNodesAbove() {
            Stream<TreeChange> changes =
                    IntStream.range(0, 100).mapToObj(i -> TreeChange.put(numbered(i * 2000), bytes("changed!")));
            long writes = store.writesDuring(() -> tree.apply(full, changes.iterator()));
            assertThat(writes).isLessThanOrEqualTo(125);
        }

        @Test
        void appendingLeavesFullNodes() {
            NodeId root = NodeId.EMPTY;
            for (int i = 0; i < 200; i++) {
                root = tree.apply(root, puts(i * 100, (i + 1) * 100, "12345678").iterator());
            }
            TreeShape shape = TreeShape.check(store, settings, root);
            TreeShape atOnce = TreeShape.check(
                    store,
                    settings,
                    tree.apply(NodeId.EMPTY, puts(0, 20_000, "12345678").iterator()));
            assertThat(shape.leaves).isLessThanOrEqualTo(atOnce.leaves * 11 / 10);
        }
    }

    @Test
    void cachedNodesAreNotReadAgain() {
        PathTree cached = new PathTree(store, new TreeSettings(2048, 16 << 20));
        NodeId root = cached.apply(NodeId.EMPTY, puts(0, 10_000, "v").iterator());
        paths(cached.cursor(root), Trees.FIRST, 10_000);
        assertThat(store.readsDuring(() -> paths(cached.cursor(root), Trees.FIRST, 10_000)))
                .isZero();
    }

    @Test
    void aSmallCacheIsBoundedAndStillRight() {
        PathTree cached = new PathTree(store, new TreeSettings(512, 64 << 10));
        NodeId root = cached.apply(NodeId.EMPTY, puts(0, 50_000, "v").iterator());
        assertThat(paths(cached.cursor(root), Trees.FIRST, 60_000)).hasSize(50_000);
        assertThat(store.readsDuring(() -> assertThat(paths(cached.cursor(root), Trees.FIRST, 60_000))
                        .hasSize(50_000)))
                .isPositive();
    }

    @Test
    void aCursorBeyondTheLastPathRefusesToTellOne() {
        NodeId root = tree.apply(NodeId.EMPTY, puts(0, 10, "v").iterator());
        TreeCursor cursor = tree.cursor(root);
        assertThatThrownBy(cursor::path).isInstanceOf(IllegalStateException.class);
        cursor.seek(bytes("zzz"));
        assertThat(cursor.valid()).isFalse();
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
        cursor.seek(numbered(9));
        assertThat(cursor.path()).isEqualTo(numbered(9));
    }
}
