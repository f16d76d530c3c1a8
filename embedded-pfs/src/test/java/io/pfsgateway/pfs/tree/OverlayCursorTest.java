package io.pfsgateway.pfs.tree;

import static io.pfsgateway.pfs.tree.Trees.bytes;
import static io.pfsgateway.pfs.tree.Trees.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OverlayCursorTest {
    private final PathTree tree = new PathTree(new MemoryNodeStore(1), new TreeSettings(256, 1 << 16));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void layersOfChangesShowWhatASortedMapHolds(long seed) {
        Random random = new Random(seed);
        NavigableMap<byte[], byte[]> model = Trees.emptyModel();
        NavigableMap<byte[], Optional<byte[]>> first = randomLayer(random, model);
        PathCursor cursor = tree.cursor(tree.apply(
                NodeId.EMPTY,
                first.entrySet().stream()
                        .map(change -> new TreeChange(change.getKey(), change.getValue()))
                        .iterator()));
        for (int layer = 0; layer < 4; layer++) {
            cursor = new OverlayCursor(cursor, new LayerCursor(randomLayer(random, model)));
            Trees.assertHolds(cursor, model);
            for (int i = 0; i < 200; i++) {
                byte[] path = KeyShape.DIRECTORIES.draw(random, 600);
                cursor.seek(path);
                Trees.assertStandsAtOrAfter(path, cursor, model);
            }
        }
    }

    @Test
    void seekPastADirectoryGoesToTheFirstPathBehindIt() {
        OverlayCursor cursor = overlay(List.of("a", "a/1", "a/2", "a0", "b"), List.of("a/3", "a/4"), List.of("a0"));
        cursor.seek(bytes("a/"));
        assertThat(cursor.path()).isEqualTo(bytes("a/1"));
        cursor.seekPast(bytes("a/"));
        assertThat(cursor.path()).isEqualTo(bytes("b"));
    }

    @Test
    void seekPastBytesThatNothingFollowsGoesBeyondTheLastPath() {
        OverlayCursor cursor = overlay(List.of("a"), List.of("b"), List.of());
        cursor.seek(Trees.FIRST);
        cursor.seekPast(new byte[] {(byte) 0xFF, (byte) 0xFF});
        assertThat(cursor.valid()).isFalse();
        cursor.seek(Trees.FIRST);
        cursor.seekPast(Trees.FIRST);
        assertThat(cursor.valid()).isFalse();
    }

    @Test
    void removedPathsOfTheLastLayerAreNotShown() {
        assertThat(paths(overlay(List.of("a", "b", "c"), List.of("bb"), List.of("b", "c", "d")), Trees.FIRST, 9))
                .containsExactly("a", "bb");
    }

    @Test
    void refusesToTellAPathWhereThereIsNone() {
        OverlayCursor cursor = overlay(List.of("a"), List.of(), List.of("a"));
        cursor.seek(Trees.FIRST);
        assertThatThrownBy(cursor::value).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
    }

    private OverlayCursor overlay(List<String> live, List<String> put, List<String> removed) {
        NodeId root = tree.apply(
                NodeId.EMPTY,
                live.stream()
                        .map(path -> TreeChange.put(bytes(path), bytes("v")))
                        .iterator());
        NavigableMap<byte[], Optional<byte[]>> layer = emptyLayer();
        put.forEach(path -> layer.put(bytes(path), Optional.of(bytes("v"))));
        removed.forEach(path -> layer.put(bytes(path), Optional.empty()));
        return new OverlayCursor(tree.cursor(root), new LayerCursor(layer));
    }

    private static NavigableMap<byte[], Optional<byte[]>> emptyLayer() {
        return new TreeMap<>(Arrays::compareUnsigned);
    }

    private static NavigableMap<byte[], Optional<byte[]>> randomLayer(
            Random random, NavigableMap<byte[], byte[]> model) {
        NavigableMap<byte[], Optional<byte[]>> layer = emptyLayer();
        List<byte[]> live = new ArrayList<>(model.keySet());
        for (int i = 0; i < 200; i++) {
            byte[] path = KeyShape.DIRECTORIES.draw(random, 600);
            layer.put(path, Optional.of(bytes("v" + random.nextInt(100))));
            if (!live.isEmpty()) {
                layer.put(live.get(random.nextInt(live.size())), Optional.empty());
            }
        }
        layer.forEach((path, value) -> value.ifPresentOrElse(now -> model.put(path, now), () -> model.remove(path)));
        return layer;
    }

    private static final class LayerCursor implements ChangeCursor {
        private final NavigableMap<byte[], Optional<byte[]>> layer;
        private Map.@Nullable Entry<byte[], Optional<byte[]>> entry;

        LayerCursor(NavigableMap<byte[], Optional<byte[]>> layer) {
            this.layer = layer;
        }

        @Override
        public void seek(byte[] path) {
            entry = layer.ceilingEntry(path);
        }

        @Override
        public boolean valid() {
            return entry != null;
        }

        @Override
        public byte[] path() {
            return current().getKey();
        }

        @Override
        public Optional<byte[]> value() {
            return current().getValue();
        }

        @Override
        public void next() {
            entry = layer.higherEntry(current().getKey());
        }

        private Map.Entry<byte[], Optional<byte[]>> current() {
            Map.Entry<byte[], Optional<byte[]>> current = entry;
            assertThat(current).as("called only while valid").isNotNull();
            return Objects.requireNonNull(current);
        }
    }
}
