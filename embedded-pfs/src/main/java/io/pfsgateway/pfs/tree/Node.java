package io.pfsgateway.pfs.tree;

import java.util.Arrays;

/** A decoded node: its keys laid out whole in one array so that they can be searched, its values left where they were read. */
final class Node {
    private static final int OVERHEAD_BYTES = 120;

    private final int height;
    private final byte[] keys;
    private final int[] keyStarts;
    private final byte[] encoded;
    private final int[] valueRanges;

    /**
     * @param height zero for a leaf
     * @param keyStarts where each key starts in {@code keys}, and last where they all end
     * @param valueRanges start and end in {@code encoded} of each value
     */
    Node(int height, byte[] keys, int[] keyStarts, byte[] encoded, int[] valueRanges) {
        this.height = height;
        this.keys = keys;
        this.keyStarts = keyStarts;
        this.encoded = encoded;
        this.valueRanges = valueRanges;
    }

    int height() {
        return height;
    }

    int count() {
        return keyStarts.length - 1;
    }

    byte[] key(int index) {
        return Arrays.copyOfRange(keys, keyStarts[index], keyStarts[index + 1]);
    }

    byte[] value(int index) {
        return Arrays.copyOfRange(encoded, valueRanges[2 * index], valueRanges[2 * index + 1]);
    }

    NodeId child(int index) {
        EncodingReader reader = new EncodingReader(encoded, valueRanges[2 * index], valueRanges[2 * index + 1]);
        return new NodeId(reader.varint(), reader.varint());
    }

    Entry entry(int index) {
        return new Entry(key(index), value(index));
    }

    void copyTo(NodeDraft draft, int index) {
        draft.add(
                keys,
                keyStarts[index],
                keyStarts[index + 1],
                encoded,
                valueRanges[2 * index],
                valueRanges[2 * index + 1]);
    }

    int compareKey(int index, byte[] path) {
        return Arrays.compareUnsigned(keys, keyStarts[index], keyStarts[index + 1], path, 0, path.length);
    }

    boolean valueEquals(int index, byte[] value) {
        return Arrays.equals(encoded, valueRanges[2 * index], valueRanges[2 * index + 1], value, 0, value.length);
    }

    /** The first entry whose key is at or after the path, or the count of entries. */
    int firstAtOrAfter(byte[] path) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compareKey(middle, path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The child in whose range the path lies; the first child has no lower bound. */
    int childFor(byte[] path) {
        int index = firstAtOrAfter(path);
        boolean exact = index < count() && compareKey(index, path) == 0;
        return exact ? index : Math.max(0, index - 1);
    }

    long memoryBytes() {
        return (long) OVERHEAD_BYTES + keys.length + encoded.length + 4L * (keyStarts.length + valueRanges.length);
    }
}
