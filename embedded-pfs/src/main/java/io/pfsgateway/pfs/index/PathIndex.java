package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import io.pfsgateway.pfs.tree.NodeId;
import io.pfsgateway.pfs.tree.NodeStore;
import io.pfsgateway.pfs.tree.OverlayCursor;
import io.pfsgateway.pfs.tree.PathTree;
import io.pfsgateway.pfs.tree.TreeSettings;

/** The live paths at any commit of any branch. Safe for any number of threads. */
public final class PathIndex {
    private static final int NODE_BYTES = 1_024;

    private final Store store;
    private final TreeSettings settings;
    private volatile Opened opened;

    /** The tree with its cache, as of one opening of the store. */
    private record Opened(int opening, PathTree tree) {}

    public PathIndex(Store store, long cacheBytes) {
        this.store = store;
        this.settings = new TreeSettings(NODE_BYTES, cacheBytes);
        this.opened = open();
    }

    private Opened open() {
        return new Opened(store.openings(), new PathTree(new StoredNodes(store), settings));
    }

    /** After a recovery, nodes that were not forced may be built anew under the same numbers: their cache goes. */
    PathTree tree() {
        Opened current = opened;
        if (current.opening() != store.openings()) {
            current = open();
            opened = current;
        }
        return current.tree();
    }

    /** The memory that decoded nodes take. */
    public long cachedBytes() {
        return opened.tree().cachedBytes();
    }

    /** The files that are live at a place. The caller closes the answer before the reader. */
    public LiveFiles at(Reader reader, LineSequence place) {
        Layers layers = Layers.at(reader, place);
        NewestChanges changes = new NewestChanges(reader, layers.overlays());
        return new LiveFiles(changes, new OverlayCursor(tree().cursor(layers.root()), changes));
    }

    /** Nodes are read from the store and written only by the builder, in a batch with the root that they lead to. */
    private record StoredNodes(Store store) implements NodeStore {
        @Override
        public byte[] read(NodeId id) {
            try (View view = store.view()) {
                byte[] node = view.get(Family.NODES, Keys.node(id.line(), id.number()));
                if (node == null) {
                    throw PfsException.corrupt("Node " + id + " is missing");
                }
                return node;
            }
        }

        @Override
        public NodeId write(byte[] node) {
            throw new UnsupportedOperationException("Nodes are written with their root");
        }
    }
}
