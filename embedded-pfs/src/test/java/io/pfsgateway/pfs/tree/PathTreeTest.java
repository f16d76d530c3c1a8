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
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PathTreeTest {
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
            MemoryNodeStore.Batch batch = store.batch();
            NodeId changed = tree.apply(root, removals(20, 49_990).iterator(), batch);
            assertThatThrownBy(() -> tree.get(changed, numbered(1))).isInstanceOf(NoSuchElementException.class);
            batch.publish();
            assertThat(paths(tree.cursor(changed), Trees.FIRST, 100)).hasSize(30);
        }
    }

    @Test
    void readersSeeTheirVersionWhileOthersAreBuilt() throws Exception {
        PathTree shared = new PathTree(store, new TreeSettings(256, 256 << 10));
        NodeId old = shared.apply(NodeId.EMPTY, puts(0, 5000, "old").iterator());
        List<String> expected = paths(shared.cursor(old), Trees.FIRST, 6000);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> walks =
                    Collections.nCopies(40, () -> paths(shared.cursor(old), Trees.FIRST, 6000));
            Future<NodeId> changed = readers.submit(() -> {
                NodeId root = old;
                for (int i = 0; i < 50; i++) {
                    root = shared.apply(root, removals(i * 100, i * 100 + 99).iterator());
                }
                return root;
            });
            for (Future<List<String>> walk : readers.invokeAll(walks)) {
                assertThat(walk.get()).isEqualTo(expected);
            }
            assertThat(paths(shared.cursor(changed.get()), Trees.FIRST, 6000)).hasSize(50);
        } finally {
            readers.shutdownNow();
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
