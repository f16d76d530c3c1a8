package io.pfsgateway.pfs.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoded nodes by id, the least recently used go when the bytes exceed the bound. Striped, so that readers seldom meet. */
final class NodeCache {
    private static final int STRIPES = 16;

    private final List<Stripe> stripes = new ArrayList<>(STRIPES);

    NodeCache(long maximumBytes) {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new Stripe(maximumBytes / STRIPES));
        }
    }

    Optional<Node> find(NodeId id) {
        return stripe(id).find(id);
    }

    void keep(NodeId id, Node node) {
        stripe(id).keep(id, node);
    }

    /** What they take just now. */
    long bytes() {
        return stripes.stream().mapToLong(Stripe::bytes).sum();
    }

    private Stripe stripe(NodeId id) {
        long mixed = (id.number() * 31 + id.line()) * 0x9E3779B97F4A7C15L;
        return stripes.get((int) (mixed >>> 60));
    }

    private static final class Stripe {
        private final long maximumBytes;
        private final Map<NodeId, Node> nodes = new LinkedHashMap<>(64, 0.75f, true);
        private long bytes;

        Stripe(long maximumBytes) {
            this.maximumBytes = maximumBytes;
        }

        synchronized Optional<Node> find(NodeId id) {
            return Optional.ofNullable(nodes.get(id));
        }

        synchronized long bytes() {
            return bytes;
        }

        synchronized void keep(NodeId id, Node node) {
            if (nodes.putIfAbsent(id, node) != null) {
                return;
            }
            bytes += node.memoryBytes();
            Iterator<Node> eldest = nodes.values().iterator();
            while (bytes > maximumBytes && eldest.hasNext()) {
                bytes -= eldest.next().memoryBytes();
                eldest.remove();
            }
        }
    }
}
