package io.pfsgateway.pfs.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Gathers the entries of one level of a new tree from left to right and cuts them into nodes by encoded size. */
final class LevelBuilder {
    /** Closing a tree opens its right edge again: at each level the last node, and one or two before it if that came out too small. */
    private static final int KEPT_FOR_READING_BACK = 4;

    private final int height;
    private final TreeSettings settings;
    private final NodeWriter writer;
    private final Deque<Written> lastWritten = new ArrayDeque<>();
    private final NodeDraft draft = new NodeDraft();
    private byte[] lowerBound = {};

    LevelBuilder(int height, TreeSettings settings, NodeWriter writer) {
        this.height = height;
        this.settings = settings;
        this.writer = writer;
    }

    boolean isEmpty() {
        return draft.count() == 0;
    }

    int count() {
        return draft.count();
    }

    /** Whether what is gathered makes a node that is worth its own place. */
    boolean isNode() {
        return draft.bytes() >= settings.leastNodeBytes() && draft.count() >= leastEntries();
    }

    boolean isTooLarge() {
        return draft.bytes() > settings.greatestNodeBytes() && draft.count() >= 2 * leastEntries();
    }

    /** Notes the lower bound of the entries to come; of no effect in the middle of a node. */
    void startAt(byte[] bound) {
        if (isEmpty()) {
            lowerBound = bound;
        }
    }

    void add(Entry entry) {
        draft.add(entry);
    }

    void add(Node node, int index) {
        node.copyTo(draft, index);
    }

    Entry removeLast() {
        Node gathered = draft.view(height);
        int last = gathered.count() - 1;
        draft.clear();
        addRange(gathered, 0, last);
        return gathered.entry(last);
    }

    /** Writes the first entries as a node of the target's size and keeps the rest; answers the parent's entry for the node. */
    Entry cut() {
        int end = cutPoint();
        Node gathered = draft.view(height);
        Entry parentEntry = write(end);
        lowerBound = height > 0 ? gathered.key(end) : shortestBetween(gathered.key(end - 1), gathered.key(end));
        addRange(gathered, end, gathered.count());
        return parentEntry;
    }

    /** Writes all that is gathered as one node; answers the parent's entry for it. */
    Entry flush() {
        return write(draft.count());
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
        Optional<Node> gathered = isEmpty() ? Optional.empty() : Optional.of(draft.view(height));
        draft.clear();
        lowerBound = left.key();
        addRange(node, 0, node.count());
        gathered.ifPresent(entries -> addRange(entries, 0, entries.count()));
    }

    private void addRange(Node node, int from, int to) {
        for (int i = from; i < to; i++) {
            node.copyTo(draft, i);
        }
    }

    private Entry write(int entries) {
        byte[] encoded = draft.encode(height, entries);
        NodeId id = writer.write(encoded);
        if (id.isEmpty()) {
            throw new IllegalStateException("the store gave a node the id of the empty tree");
        }
        lastWritten.addLast(new Written(id, encoded));
        if (lastWritten.size() > KEPT_FOR_READING_BACK) {
            lastWritten.removeFirst();
        }
        draft.clear();
        return new Entry(lowerBound, id.encode());
    }

    private int cutPoint() {
        int end = leastEntries();
        int size = 0;
        for (int i = 1; i < end; i++) {
            size += draft.bytesOf(i);
        }
        int last = draft.count() - leastEntries();
        while (end < last
                && (size < settings.leastNodeBytes() || size + draft.bytesOf(end) <= settings.targetNodeBytes())) {
            size += draft.bytesOf(end);
            end++;
        }
        return end;
    }

    /** A node above the leaves with a single child would let the tree grow in height without end. */
    private int leastEntries() {
        return height == 0 ? 1 : 2;
    }

    private static byte[] shortestBetween(byte[] before, byte[] from) {
        int mismatch = Arrays.mismatch(before, from);
        return Arrays.copyOf(from, mismatch + 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // Held for one read-back; nobody compares two of them.
    private record Written(NodeId id, byte[] bytes) {}
}
