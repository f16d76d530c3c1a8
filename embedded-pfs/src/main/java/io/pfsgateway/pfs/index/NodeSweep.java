package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.Seal;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Batch;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import io.pfsgateway.pfs.tree.CorruptNodeException;
import io.pfsgateway.pfs.tree.NodeId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Removes the nodes that no tree needs any more, wherever trees were taken away. It marks what can be reached from every root that is
 * left, a bit for each node, and lets go of the rest; cut off anywhere, it has removed less. Nothing may build trees meanwhile.
 */
public final class NodeSweep {
    private static final int DELETIONS_PER_STEP = 5_000;
    private static final int LONG_RUN = 16;

    private final Store store;
    private final PathIndex index;
    private final Map<Long, BitSet> needed = new HashMap<>();

    public NodeSweep(Store store, PathIndex index) {
        this.store = store;
        this.index = index;
    }

    /** Removes them all, with a word after each step. */
    public void run(Runnable afterStep) {
        try (View view = store.view()) {
            mark(view);
            try (Cursor lines = view.cursor(Family.LINES, Keys.first(), Keys.last())) {
                for (lines.first(); lines.valid(); lines.next()) {
                    LineRecord line = Tables.LINES.decode(lines.value());
                    if (line.state() != LineState.DYING) {
                        sweep(view, Keys.decodeLine(lines.key()), afterStep);
                    }
                }
            }
        }
    }

    private void mark(Reader reader) {
        try (Cursor seals = reader.cursor(Family.SEALS, Keys.first(), Keys.last())) {
            for (seals.first(); seals.valid(); seals.next()) {
                Seal seal = Tables.SEALS.decode(seals.value());
                if (seal.built()) {
                    NodeId root = new NodeId(seal.root().line(), seal.root().number());
                    index.tree().tellNodes(root, this::isNew);
                }
            }
        } catch (CorruptNodeException corrupt) {
            throw new PfsException(FailureKind.CORRUPT, "The index cannot be read: " + corrupt.getMessage(), corrupt);
        }
    }

    private boolean isNew(NodeId node) {
        BitSet nodes = needed.computeIfAbsent(node.line(), line -> new BitSet());
        int number = Math.toIntExact(node.number());
        boolean news = !nodes.get(number);
        nodes.set(number);
        return news;
    }

    private void sweep(Reader reader, long line, Runnable afterStep) {
        BitSet nodes = needed.getOrDefault(line, new BitSet());
        int end = Math.toIntExact(TreeBuild.nextNode(reader, new LineSequence(line, Long.MAX_VALUE)));
        int[] from = {1};
        while (from[0] < end) {
            store.writeRelaxed(batch -> from[0] = sweepSome(batch, line, nodes, from[0], end));
            afterStep.run();
        }
    }

    /** Deletes some of the nodes from a number on; answers where to go on. */
    private static int sweepSome(Batch batch, long line, BitSet nodes, int from, int end) {
        int at = nodes.nextClearBit(from);
        for (int count = 0; at < end && count < DELETIONS_PER_STEP; count++) {
            int next = nodes.nextSetBit(at);
            int to = next < 0 ? end : Math.min(next, end);
            if (to - at >= LONG_RUN) {
                batch.deleteRange(Family.NODES, Keys.node(line, at), Keys.node(line, to));
            } else {
                for (int number = at; number < to; number++) {
                    batch.delete(Family.NODES, Keys.node(line, number));
                }
            }
            at = nodes.nextClearBit(to);
        }
        return at;
    }
}
