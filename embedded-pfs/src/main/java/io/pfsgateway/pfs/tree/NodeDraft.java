package io.pfsgateway.pfs.tree;

import java.util.Arrays;

/** A node under construction, encoded entry by entry, so that its size is known at all times and nothing is encoded twice. */
final class NodeDraft {
    private final EncodingBuffer body = new EncodingBuffer(2048);
    private int[] sizes = new int[128];
    private int count;
    private byte[] lastKey = new byte[64];
    private int lastKeyLength;

    int count() {
        return count;
    }

    /**
     * The size that nodes are cut and merged by. The first entry does not count: its key is stored whole in every node, so under
     * long common prefixes it would fill a small node alone.
     */
    int bytes() {
        return count == 0 ? 0 : body.length() - sizes[0];
    }

    /** What the entry at this index adds to the size. */
    int bytesOf(int index) {
        return sizes[index];
    }

    void add(Entry entry) {
        add(entry.key(), 0, entry.key().length, entry.value(), 0, entry.value().length);
    }

    /** Appends an entry whose key and value are ranges of larger arrays. */
    void add(byte[] keys, int keyStart, int keyEnd, byte[] values, int valueStart, int valueEnd) {
        int before = body.length();
        int mismatch = Arrays.mismatch(lastKey, 0, lastKeyLength, keys, keyStart, keyEnd);
        int shared = mismatch < 0 ? lastKeyLength : mismatch;
        body.varint(shared);
        body.varint(keyEnd - keyStart - shared);
        body.append(keys, keyStart + shared, keyEnd);
        body.varint(valueEnd - valueStart);
        body.append(values, valueStart, valueEnd);
        rememberKey(keys, keyStart, keyEnd, shared);
        rememberSize(body.length() - before);
    }

    void clear() {
        body.clear();
        count = 0;
        lastKeyLength = 0;
    }

    /** The bytes of a node that holds the first entries, this many of them. */
    byte[] encode(int height, int entries) {
        int end = 0;
        for (int i = 0; i < entries; i++) {
            end += sizes[i];
        }
        return NodeCodec.encode(height, entries, body.array(), end);
    }

    /** The entries so far, readable. */
    Node view(int height) {
        return NodeCodec.decodeEntries(encode(height, count));
    }

    private void rememberKey(byte[] keys, int keyStart, int keyEnd, int shared) {
        lastKeyLength = keyEnd - keyStart;
        if (lastKeyLength > lastKey.length) {
            lastKey = Arrays.copyOf(lastKey, Math.max(lastKeyLength, 2 * lastKey.length));
        }
        System.arraycopy(keys, keyStart + shared, lastKey, shared, lastKeyLength - shared);
    }

    private void rememberSize(int size) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        sizes[count++] = size;
    }
}
