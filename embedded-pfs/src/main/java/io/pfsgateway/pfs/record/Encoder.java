package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.Bytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Writes keys and records to bytes. Fixed numbers are big-endian, so that keys keep their order. */
final class Encoder {
    private byte[] bytes = new byte[96];
    private int length;

    private int grow(int more) {
        int start = length;
        length += more;
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
        }
        return start;
    }

    Encoder u8(int value) {
        int start = grow(1);
        bytes[start] = (byte) value;
        return this;
    }

    Encoder u64(long value) {
        int start = grow(Long.BYTES);
        for (int index = 0; index < Long.BYTES; index++) {
            bytes[start + index] = (byte) (value >>> (56 - 8 * index));
        }
        return this;
    }

    Encoder number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    Encoder time(Instant value) {
        return u64(value.toEpochMilli());
    }

    Encoder id(UUID value) {
        return u64(value.getMostSignificantBits()).u64(value.getLeastSignificantBits());
    }

    Encoder raw(Bytes value) {
        int start = grow(value.length());
        value.copyTo(bytes, start);
        return this;
    }

    Encoder sized(Bytes value) {
        return number(value.length()).raw(value);
    }

    /** The bytes in a form that keeps their order when more follows: a zero becomes 0 1, and 0 0 ends it. */
    Encoder terminated(Bytes value) {
        return escaped(value).u8(0).u8(0);
    }

    /** As {@link #terminated}, without the end: what all that start with these bytes have in common. */
    Encoder escaped(Bytes value) {
        for (int index = 0; index < value.length(); index++) {
            byte next = value.at(index);
            u8(next);
            if (next == 0) {
                u8(1);
            }
        }
        return this;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
