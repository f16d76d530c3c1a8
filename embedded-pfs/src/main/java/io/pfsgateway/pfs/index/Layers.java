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
                Seal nearest = addEpochs(reader, place, overlays);
                if (nearest.built()) {
                    return new Layers(
                            new NodeId(nearest.root().line(), nearest.root().number()), overlays);
                }
            }
            place = fork;
        }
        return new Layers(NodeId.EMPTY, overlays);
    }

    /** Adds what lies over the last tree of the line at or before the place, and tells of which seal that is. */
    private static Seal addEpochs(Reader reader, LineSequence place, List<Layer> overlays) {
        try (Cursor seals = seals(reader, place.line())) {
            long last = epochOf(seals, place);
            Seal nearest = nearestBuilt(seals, place);
            for (long epoch = last; epoch > nearest.epoch(); epoch--) {
                overlays.add(new Layer(place.line(), epoch, place.sequence()));
            }
            return nearest;
        }
    }

    /** The last seal with a tree at or before the place, or one that says that there is none. */
    private static Seal nearestBuilt(Cursor seals, LineSequence place) {
        seals.seekBack(Keys.lineSequence(place.line(), place.sequence()));
        while (seals.valid()) {
            Seal seal = Tables.SEALS.decode(seals.value());
            if (seal.built()) {
                return seal;
            }
            seals.previous();
        }
        return Seal.unbuilt(-1);
    }

    /** The epoch that the commit at the place belongs to. */
    static long epochOf(Reader reader, LineSequence place) {
        try (Cursor seals = seals(reader, place.line())) {
            return epochOf(seals, place);
        }
    }

    private static long epochOf(Cursor seals, LineSequence place) {
        seals.seekBack(Keys.lineSequence(place.line(), place.sequence() - 1));
        return seals.valid() ? Tables.SEALS.decode(seals.value()).epoch() + 1 : 0;
    }

    private static Cursor seals(Reader reader, long line) {
        return reader.cursor(Family.SEALS, Keys.line(line), Keys.line(line + 1));
    }
}
