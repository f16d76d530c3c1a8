package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Seal;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.tree.NodeId;
import java.util.ArrayList;
import java.util.List;

/** What makes up the state at a place: a tree, and the epochs whose changes lie over it, the newest first. */
record Layers(NodeId root, List<Layer> overlays) {
    /** The changes of an epoch of a line up to a sequence. */
    record Layer(long line, long epoch, long sequence) {}

    Layers {
        overlays = List.copyOf(overlays);
    }

    static Layers at(Reader reader, LineSequence wanted) {
        List<Layer> overlays = new ArrayList<>();
        LineSequence place = wanted;
        while (place.line() != 0) {
            LineSequence fork = Lines.line(reader, place.line()).fork();
            if (place.sequence() > fork.sequence()) {
                Seal nearest = nearestBuilt(reader, place);
                addEpochs(reader, place, nearest, overlays);
                if (nearest.built()) {
                    return new Layers(
                            new NodeId(nearest.root().line(), nearest.root().number()), overlays);
                }
            }
            place = fork;
        }
        return new Layers(NodeId.EMPTY, overlays);
    }

    /** The last seal with a tree at or before the place, or one that says that there is none. */
    private static Seal nearestBuilt(Reader reader, LineSequence place) {
        try (Cursor cursor = seals(reader, place.line())) {
            cursor.seekBack(Keys.lineSequence(place.line(), place.sequence()));
            while (cursor.valid()) {
                Seal seal = Tables.SEALS.decode(cursor.value());
                if (seal.built()) {
                    return seal;
                }
                cursor.previous();
            }
        }
        return Seal.unbuilt(-1);
    }

    private static void addEpochs(Reader reader, LineSequence place, Seal nearest, List<Layer> overlays) {
        for (long epoch = epochOf(reader, place); epoch > nearest.epoch(); epoch--) {
            overlays.add(new Layer(place.line(), epoch, place.sequence()));
        }
    }

    /** The epoch that the commit at the place belongs to. */
    static long epochOf(Reader reader, LineSequence place) {
        try (Cursor cursor = seals(reader, place.line())) {
            cursor.seekBack(Keys.lineSequence(place.line(), place.sequence() - 1));
            return cursor.valid() ? Tables.SEALS.decode(cursor.value()).epoch() + 1 : 0;
        }
    }

    private static Cursor seals(Reader reader, long line) {
        return reader.cursor(Family.SEALS, Keys.line(line), Keys.line(line + 1));
    }
}
