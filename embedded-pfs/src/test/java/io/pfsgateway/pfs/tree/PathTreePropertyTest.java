package io.pfsgateway.pfs.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes on random kinds of paths, checked against a sorted map; the seed is in the test's name. */
final class PathTreePropertyTest {
    private static final int VERSIONS = 25;

    static Stream<Arguments> shapesAndSeeds() {
        return Stream.of(KeyShape.values())
                .flatMap(shape -> Stream.of(64, 200, 2048)
                        .flatMap(target -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(shape, target, seed))));
    }

    @ParameterizedTest
    @MethodSource("shapesAndSeeds")
    void everyVersionHoldsWhatASortedMapHolds(KeyShape shape, int targetNodeBytes, long seed) {
        MemoryNodeStore store = new MemoryNodeStore(7);
        TreeSettings settings = new TreeSettings(targetNodeBytes, 1 << 16);
        PathTree tree = new PathTree(store, settings);
        Random random = new Random(seed);
        List<NodeId> roots = new ArrayList<>(List.of(NodeId.EMPTY));
        List<NavigableMap<byte[], byte[]>> models = new ArrayList<>(List.of(Trees.emptyModel()));
        for (int version = 0; version < VERSIONS; version++) {
            int from = random.nextInt(4) == 0 ? random.nextInt(roots.size()) : roots.size() - 1;
            NavigableMap<byte[], byte[]> changes = randomChanges(random, shape, models.get(from));
            NavigableMap<byte[], byte[]> model = Trees.emptyModel();
            model.putAll(models.get(from));
            changes.forEach((path, value) -> applyTo(model, path, value));
            MemoryNodeStore.Batch batch = store.batch();
            roots.add(tree.apply(roots.get(from), asTreeChanges(changes), batch));
            batch.publish();
            models.add(model);
            TreeShape.check(store, settings, roots.get(roots.size() - 1));
        }
        for (int version = 0; version < roots.size(); version++) {
            Trees.assertHolds(tree.cursor(roots.get(version)), models.get(version));
            checkLookups(tree, roots.get(version), models.get(version), shape, random);
        }
    }

    /** An empty value stands for a removal. */
    private static NavigableMap<byte[], byte[]> randomChanges(
            Random random, KeyShape shape, NavigableMap<byte[], byte[]> model) {
        NavigableMap<byte[], byte[]> changes = Trees.emptyModel();
        int space = 1 + random.nextInt(2000);
        int kind = random.nextInt(5);
        if (kind == 0) {
            removeRange(random, shape, model, changes);
        }
        int count = kind == 0 ? random.nextInt(3) : random.nextInt(kind == 1 ? 1500 : 60);
        for (int i = 0; i < count; i++) {
            boolean remove = random.nextInt(3) == 0;
            changes.put(shape.draw(random, space), remove ? new byte[0] : Trees.bytes("v" + random.nextInt(1000)));
        }
        return changes;
    }

    private static void removeRange(
            Random random, KeyShape shape, NavigableMap<byte[], byte[]> model, NavigableMap<byte[], byte[]> changes) {
        int spared = random.nextInt(100);
        NavigableMap<byte[], byte[]> range =
                random.nextBoolean() ? model : model.tailMap(shape.draw(random, 2000), true);
        for (byte[] path : range.keySet()) {
            if (random.nextInt(1000) >= spared) {
                changes.put(path, new byte[0]);
            }
        }
    }

    private static void applyTo(NavigableMap<byte[], byte[]> model, byte[] path, byte[] value) {
        if (value.length == 0) {
            model.remove(path);
        } else {
            model.put(path, value);
        }
    }

    private static Iterator<TreeChange> asTreeChanges(NavigableMap<byte[], byte[]> changes) {
        return changes.entrySet().stream()
                .map(change -> change.getValue().length == 0
                        ? TreeChange.remove(change.getKey())
                        : TreeChange.put(change.getKey(), change.getValue()))
                .iterator();
    }

    private static void checkLookups(
            PathTree tree, NodeId root, NavigableMap<byte[], byte[]> model, KeyShape shape, Random random) {
        TreeCursor cursor = tree.cursor(root);
        for (int i = 0; i < 40; i++) {
            byte[] path = shape.draw(random, 2000);
            cursor.seek(path);
            Trees.assertStandsAtOrAfter(path, cursor, model);
            byte[] value = model.get(path);
            assertThat(tree.get(root, path).isPresent()).isEqualTo(value != null);
            tree.get(root, path).ifPresent(found -> assertThat(found).isEqualTo(value));
        }
    }
}
