package io.pfsgateway.pfs.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps nodes in memory and counts what is asked of it. */
final class MemoryNodeStore implements NodeStore {
    final AtomicLong reads = new AtomicLong();
    final AtomicLong writes = new AtomicLong();
    final ConcurrentMap<NodeId, byte[]> nodes = new ConcurrentHashMap<>();
    private final long line;

    MemoryNodeStore(long line) {
        this.line = line;
    }

    @Override
    public byte[] read(NodeId id) {
        reads.incrementAndGet();
        byte[] bytes = nodes.get(id);
        if (bytes == null) {
            throw new NoSuchElementException("no node " + id);
        }
        return bytes;
    }

    @Override
    public NodeId write(byte[] node) {
        NodeId id = new NodeId(line, writes.incrementAndGet());
        nodes.put(id, node);
        return id;
    }

    /** Takes new nodes that cannot be read before they are published. */
    Batch batch() {
        return new Batch();
    }

    long readsDuring(Runnable action) {
        long before = reads.get();
        action.run();
        return reads.get() - before;
    }

    long writesDuring(Runnable action) {
        long before = writes.get();
        action.run();
        return writes.get() - before;
    }

    final class Batch implements NodeWriter {
        private final Map<NodeId, byte[]> held = new HashMap<>();

        @Override
        public NodeId write(byte[] node) {
            NodeId id = new NodeId(line, writes.incrementAndGet());
            held.put(id, node);
            return id;
        }

        void publish() {
            nodes.putAll(held);
        }
    }
}
