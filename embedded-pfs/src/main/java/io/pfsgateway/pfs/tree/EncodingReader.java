package io.pfsgateway.pfs.tree;

/** Reads back what an {@link EncodingBuffer} took; refuses bytes that end early with an {@link IllegalArgumentException}. */
final class EncodingReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    EncodingReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    int octet() {
        if (position >= end) {
            throw new IllegalArgumentException("the bytes end early");
        }
        return bytes[position++] & 0xFF;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }

    int count() {
        long value = varint();
        if (value > end) {
            throw new IllegalArgumentException("a count exceeds the bytes");
        }
        return (int) value;
    }

    /** Steps over this many bytes and answers where they start. */
    int skip(int count) {
        if (count > end - position) {
            throw new IllegalArgumentException("the bytes end early");
        }
        int start = position;
        position += count;
        return start;
    }

    void expectEnd() {
        if (position != end) {
            throw new IllegalArgumentException("bytes are left over");
        }
    }
}
