package io.pfsgateway.pfs.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Gathers the entries of one level of a new tree from left to right and cuts them into nodes by encoded size. */
final class LevelBuilder {
    private static final byte[] NO_KEY = {};

    /** Closing a tree opens its right edge again: at each level the last node, and one or two before it if that came out too small. */
    private static final int KEPT_FOR_READING_BACK = 4;

    private final int height;
    private final TreeSettings settings;
    private final NodeWriter writer;
    private final Deque<Written> lastWritten = new ArrayDeque<>();
    private List<Entry> entries = new ArrayList<>();
    private List<Integer> sizes = new ArrayList<>();
    private int bytes;
    private byte[] lowerBound = NO_KEY;

    LevelBuilder(int height, TreeSettings settings, NodeWriter writer) {
        this.height = height;
        this.settings = settings;
        this.writer = writer;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int count() {
        return entries.size();
    }

    /** Whether what is gathered makes a node that is worth its own place. */
    boolean isNode() {
        return bytes >= settings.leastNodeBytes() && entries.size() >= leastEntries();
    }

    boolean isTooLarge() {
        return bytes > settings.greatestNodeBytes() && entries.size() >= 2 * leastEntries();
    }

    /** Notes the lower bound of the entries to come; of no effect in the middle of a node. */
    void startAt(byte[] bound) {
        if (entries.isEmpty()) {
            lowerBound = bound;
        }
    }

    void add(Entry entry) {
        byte[] previous =
                entries.isEmpty() ? NO_KEY : entries.get(entries.size() - 1).key();
        int size = NodeCodec.encodedBytes(previous, entry);
        entries.add(entry);
        sizes.add(size);
        bytes += size;
    }

    Entry removeLast() {
        int last = entries.size() - 1;
        bytes -= sizes.remove(last);
        return entries.remove(last);
    }

    /** Writes the first entries as a node of the target's size and keeps the rest; answers the parent's entry for the node. */
    Entry cut() {
        int end = cutPoint();
        List<Entry> rest = List.copyOf(entries.subList(end, entries.size()));
        entries.subList(end, entries.size()).clear();
        byte[] lastKey = entries.get(end - 1).key();
        Entry parentEntry = flush();
        lowerBound = height > 0
                ? rest.get(0).key()
                : shortestBetween(lastKey, rest.get(0).key());
        rest.forEach(this::add);
        return parentEntry;
    }

    /** Writes all that is gathered as one node; answers the parent's entry for it. */
    Entry flush() {
        byte[] encoded = NodeCodec.encode(height, entries, bytes);
        NodeId id = writer.write(encoded);
        if (id.isEmpty()) {
            throw new IllegalStateException("the store gave a node the id of the empty tree");
        }
        lastWritten.addLast(new Written(id, encoded));
        if (lastWritten.size() > KEPT_FOR_READING_BACK) {
            lastWritten.removeFirst();
        }
        Entry parentEntry = new Entry(lowerBound, id.encode());
        clear();
        return parentEntry;
    }

    /** The node asked for, if it is one of the last that were written at this level. */
    Optional<Node> written(NodeId id) {
        return lastWritten.stream()
                .filter(written -> written.id().equals(id))
                .findAny()
                .map(written -> NodeCodec.decode(id, written.bytes()));
    }

    /** Puts the entries of the node to the left before those gathered. */
    void prepend(Entry left, Node node) {
        List<Entry> gathered = entries;
        clear();
        lowerBound = left.key();
        for (int i = 0; i < node.count(); i++) {
            add(node.entry(i));
        }
        gathered.forEach(this::add);
    }

    private int cutPoint() {
        int end = leastEntries();
        int size = 0;
        for (int i = 0; i < end; i++) {
            size += sizes.get(i);
        }
        int last = entries.size() - leastEntries();
        while (end < last
                && (size < settings.leastNodeBytes() || size + sizes.get(end) <= settings.targetNodeBytes())) {
            size += sizes.get(end);
            end++;
        }
        return end;
    }

    /** A node above the leaves with a single child would let the tree grow in height without end. */
    private int leastEntries() {
        return height == 0 ? 1 : 2;
    }

    private void clear() {
        entries = new ArrayList<>();
        sizes = new ArrayList<>();
        bytes = 0;
    }

    private static byte[] shortestBetween(byte[] before, byte[] from) {
        return Arrays.copyOf(from, NodeCodec.sharedBytes(before, from) + 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // Held for one read-back; nobody compares two of them.
    private record Written(NodeId id, byte[] bytes) {}
}
