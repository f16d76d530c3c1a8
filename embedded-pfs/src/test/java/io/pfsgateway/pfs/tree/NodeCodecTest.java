package io.pfsgateway.pfs.tree;

import static io.pfsgateway.pfs.tree.Trees.bytes;
import static io.pfsgateway.pfs.tree.Trees.numbered;
import static io.pfsgateway.pfs.tree.Trees.puts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeCodecTest {
    private static final NodeId ID = new NodeId(3, 9);

    @Test
    void readsBackWhatItWrote() {
        List<Entry> entries = List.of(
                new Entry(bytes(""), bytes("1")),
                new Entry(bytes("a/b"), bytes("")),
                new Entry(bytes("a/b/" + "c".repeat(1100)), bytes("x".repeat(200))),
                new Entry(new byte[] {(byte) 0xFF}, bytes("4")));
        Node node = NodeCodec.decode(ID, encoded(0, entries));
        assertThat(node.count()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(node.key(i)).isEqualTo(entries.get(i).key());
            assertThat(node.value(i)).isEqualTo(entries.get(i).value());
        }
    }

    @Test
    void knowsTheSizeAtAllTimes() {
        NodeDraft draft = new NodeDraft();
        draft.add(new Entry(bytes("dir/a"), bytes("1")));
        draft.add(new Entry(bytes("dir/b"), bytes("22")));
        assertThat(draft.bytes()).isEqualTo(draft.bytesOf(1));
        assertThat(draft.encode(0, 2)).hasSize(NodeCodec.HEADER_BYTES + 1 + draft.bytesOf(0) + draft.bytesOf(1));
        assertThat(draft.encode(0, 1)).hasSize(NodeCodec.HEADER_BYTES + 1 + draft.bytesOf(0));
    }

    @Test
    void refusesANodeWithAnyByteChanged() {
        byte[] good = encoded(0, List.of(new Entry(bytes("a"), bytes("1")), new Entry(bytes("b"), bytes("2"))));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            assertThatThrownBy(() -> NodeCodec.decode(ID, bad))
                    .isInstanceOfSatisfying(
                            CorruptNodeException.class,
                            e -> assertThat(e.node()).isEqualTo(ID))
                    .hasMessageContaining("3/9");
        }
    }

    @Test
    void refusesANodeCutShortAnywhere() {
        byte[] good = encoded(0, List.of(new Entry(bytes("a"), bytes("1"))));
        for (int length = 0; length < good.length; length++) {
            byte[] bad = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> NodeCodec.decode(ID, bad)).isInstanceOf(CorruptNodeException.class);
        }
    }

    @Test
    void refusesEntriesThatAreOutOfOrderUnderARightChecksum() {
        List<Entry> entries = List.of(new Entry(bytes("b"), bytes("1")), new Entry(bytes("a"), bytes("2")));
        assertThatThrownBy(() -> NodeCodec.decode(ID, encoded(0, entries)))
                .isInstanceOf(CorruptNodeException.class)
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> NodeCodec.decode(ID, encoded(0, List.of()))).isInstanceOf(CorruptNodeException.class);
    }

    @Test
    void readingATreeWithACorruptNodeNamesIt() {
        MemoryNodeStore store = new MemoryNodeStore(5);
        PathTree tree = new PathTree(store);
        NodeId root = tree.apply(NodeId.EMPTY, puts(0, 10_000, "v").iterator());
        for (Map.Entry<NodeId, byte[]> node : store.nodes.entrySet()) {
            node.getValue()[node.getValue().length / 2] ^= 1;
        }
        assertThatThrownBy(() -> tree.get(root, numbered(1)))
                .isInstanceOf(CorruptNodeException.class)
                .hasMessageContaining(root.toString());
    }

    @Test
    void refusesAChildOfTheWrongHeight() {
        MemoryNodeStore store = new MemoryNodeStore(5);
        NodeId self = new NodeId(5, 1);
        List<Entry> loop = List.of(new Entry(bytes(""), self.encode()), new Entry(bytes("m"), self.encode()));
        NodeId root = store.write(encoded(1, loop));
        assertThatThrownBy(() -> new PathTree(store).get(root, bytes("a")))
                .isInstanceOf(CorruptNodeException.class)
                .hasMessageContaining("height");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_384, Long.MAX_VALUE})
    void idsComeBackFromTheirBytes(long number) {
        NodeId id = new NodeId(number, Long.MAX_VALUE - number);
        assertThat(NodeId.decode(id.encode())).isEqualTo(id);
    }

    @Test
    void idsRefuseWhatIsNone() {
        assertThatThrownBy(() -> NodeId.decode(new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NodeId.decode(new byte[] {1, 1, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NodeId(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] encoded(int height, List<Entry> entries) {
        NodeDraft draft = new NodeDraft();
        entries.forEach(draft::add);
        return draft.encode(height, entries.size());
    }
}
