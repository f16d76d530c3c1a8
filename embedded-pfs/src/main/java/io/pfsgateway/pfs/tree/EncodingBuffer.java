package io.pfsgateway.pfs.tree;

import java.util.Arrays;

/** A growing array that numbers and bytes are appended to. */
final class EncodingBuffer {
    private static final int MOST_VARINT_BYTES = 10;

    private byte[] bytes;
    private int length;

    EncodingBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void octet(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void varint(long value) {
        reserve(MOST_VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void append(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** Repeats bytes that are in this buffer already. */
    void repeat(int from, int count) {
        reserve(count);
        System.arraycopy(bytes, from, bytes, length, count);
        length += count;
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
