package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Seal;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Batch;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import io.pfsgateway.pfs.tree.NodeId;
import io.pfsgateway.pfs.tree.NodeWriter;
import io.pfsgateway.pfs.tree.TreeChange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Builds the trees of sealed epochs, in order along each line. A tree, its nodes and the note that it was built go into the
 * store together or not at all, so that a crash leaves nothing half done. Where seals wait in a row it builds the last of a
 * few and leaves the trees between out. For one thread, which is also the one that removes lines.
 */
public final class TreeBuild {
    private static final int MOST_AT_ONCE = 2;
    private static final byte[] NOWHERE = new byte[0];

    private final Store store;
    private final PathIndex index;
    private long lastLine;

    public TreeBuild(Store store, PathIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Builds one tree, if one is waiting; says whether there was one. */
    public boolean step() {
        try (View view = store.view()) {
            List<LineSequence> waiting = waitingFrom(view, Keys.line(lastLine + 1));
            if (waiting.isEmpty()) {
                waiting = waitingFrom(view, Keys.first());
            }
            if (waiting.isEmpty()) {
                return false;
            }
            lastLine = waiting.get(0).line();
            List<LineSequence> together = waiting;
            store.writeRelaxed(batch -> build(view, together, batch));
            return true;
        }
    }

    /**
     * Has the state that a commit left stand in a tree of its own, in the middle of an epoch too: then it is read without a change
     * that came before it. Nothing happens where there is such a tree.
     */
    public void stand(LineSequence place) {
        byte[] key = Keys.lineSequence(place.line(), place.sequence());
        try (View view = store.view()) {
            Optional<Seal> there = Tables.SEALS.find(view, key);
            if (there.filter(Seal::built).isEmpty()) {
                // A reader of what follows lays the rest of the epoch over the tree, so the epoch does not count as
                // past.
                long epoch = there.map(Seal::epoch).orElseGet(() -> Layers.epochOf(view, place) - 1);
                store.writeRelaxed(batch -> stand(view, place, epoch, batch));
            }
        }
    }

    private void stand(Reader reader, LineSequence place, long epoch, Batch batch) {
        LineSequence end = new LineSequence(place.line(), Long.MAX_VALUE);
        Optional<LineSequence> newest = newestTree(reader, end);
        NumberedNodes nodes = new NumberedNodes(place.line(), nextNode(reader, end), batch);
        NodeId root = apply(Layers.at(reader, place), reader, nodes);
        put(batch, place, new Seal(epoch, true, new Seal.Root(root.line(), root.number()), nodes.next));
        Tables.UNBUILT.delete(batch, Keys.lineSequence(place.line(), place.sequence()));
        // The next tree takes its numbers from the newest, which need not be this one.
        newest.filter(tree -> tree.sequence() > place.sequence()).ifPresent(tree -> {
            Seal seal = seal(reader, tree);
            put(batch, tree, new Seal(seal.epoch(), true, seal.root(), nodes.next));
        });
    }

    private static Seal seal(Reader reader, LineSequence at) {
        return Tables.SEALS
                .find(reader, Keys.lineSequence(at.line(), at.sequence()))
                .orElseThrow();
    }

    private static void put(Batch batch, LineSequence at, Seal seal) {
        Tables.SEALS.put(batch, Keys.lineSequence(at.line(), at.sequence()), seal);
    }

    private NodeId apply(Layers layers, Reader reader, NodeWriter nodes) {
        try (NewestChanges changes = new NewestChanges(reader, layers.overlays())) {
            return index.tree().apply(layers.root(), new Changes(changes), nodes);
        }
    }

    /** What waits on the first line that has something waiting; lines take turns, so that none waits for a busy one. */
    private static List<LineSequence> waitingFrom(Reader reader, byte[] from) {
        List<LineSequence> waiting = new ArrayList<>();
        try (Cursor cursor = reader.cursor(Family.UNBUILT, from, Keys.last())) {
            for (cursor.first(); cursor.valid() && waiting.size() < MOST_AT_ONCE; cursor.next()) {
                LineSequence seal = LineSequence.decodeKey(cursor.key());
                if (!waiting.isEmpty() && waiting.get(0).line() != seal.line()) {
                    break;
                }
                waiting.add(seal);
            }
        }
        return waiting;
    }

    private void build(Reader reader, List<LineSequence> waiting, Batch batch) {
        LineSequence target = waiting.get(waiting.size() - 1);
        NumberedNodes nodes = new NumberedNodes(target.line(), nextNode(reader, target), batch);
        NodeId root = apply(Layers.at(reader, target), reader, nodes);
        long epoch = seal(reader, target).epoch();
        put(batch, target, new Seal(epoch, true, new Seal.Root(root.line(), root.number()), nodes.next));
        waiting.forEach(seal -> Tables.UNBUILT.delete(batch, Keys.lineSequence(seal.line(), seal.sequence())));
    }

    /** The first free number of the line's nodes, which its last tree noted. */
    static long nextNode(Reader reader, LineSequence target) {
        return newestTree(reader, target)
                .map(tree -> seal(reader, tree).nextNode())
                .orElse(1L);
    }

    /** The last tree of the line at or before a place. */
    private static Optional<LineSequence> newestTree(Reader reader, LineSequence place) {
        try (Cursor cursor = reader.cursor(Family.SEALS, Keys.line(place.line()), Keys.line(place.line() + 1))) {
            cursor.seekBack(Keys.lineSequence(place.line(), place.sequence()));
            while (cursor.valid()) {
                if (Tables.SEALS.decode(cursor.value()).built()) {
                    return Optional.of(LineSequence.decodeKey(cursor.key()));
                }
                cursor.previous();
            }
        }
        return Optional.empty();
    }

    private static final class NumberedNodes implements NodeWriter {
        private final long line;
        private final Batch batch;
        private long next;

        NumberedNodes(long line, long next, Batch batch) {
            this.line = line;
            this.next = next;
            this.batch = batch;
        }

        @Override
        public NodeId write(byte[] node) {
            NodeId id = new NodeId(line, next++);
            batch.put(Family.NODES, Keys.node(id.line(), id.number()), node);
            return id;
        }
    }

    private static final class Changes implements Iterator<TreeChange> {
        private final NewestChanges changes;

        Changes(NewestChanges changes) {
            this.changes = changes;
            changes.seek(NOWHERE);
        }

        @Override
        public boolean hasNext() {
            return changes.valid();
        }

        @Override
        public TreeChange next() {
            if (!changes.valid()) {
                throw new NoSuchElementException("No change is left");
            }
            TreeChange change = new TreeChange(changes.path(), changes.value());
            changes.next();
            return change;
        }
    }
}
