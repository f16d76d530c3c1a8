package io.pfsgateway.pfs.record;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.PfsException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Reads what an {@link Encoder} wrote. Bytes that end too early are corrupt. */
final class Decoder {
    private final byte[] bytes;
    private int at;

    Decoder(byte[] bytes) {
        this(bytes, 0);
    }

    Decoder(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int u8() {
        require(1);
        return bytes[at++] & 0xff;
    }

    long u64() {
        require(Long.BYTES);
        long value = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            value = value << 8 | (bytes[at++] & 0xff);
        }
        return value;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    int count() {
        return Math.toIntExact(number());
    }

    Instant time() {
        return Instant.ofEpochMilli(u64());
    }

    UUID id() {
        return new UUID(u64(), u64());
    }

    Bytes raw(int length) {
        require(length);
        at += length;
        return Bytes.owning(Arrays.copyOfRange(bytes, at - length, at));
    }

    Bytes sized() {
        return raw(count());
    }

    Bytes rest() {
        return raw(bytes.length - at);
    }

    Bytes terminated() {
        byte[] value = new byte[bytes.length - at];
        int length = 0;
        while (true) {
            int next = u8();
            if (next == 0 && u8() == 0) {
                return Bytes.owning(Arrays.copyOf(value, length));
            }
            value[length++] = (byte) next;
        }
    }

    private void require(int more) {
        if (more < 0 || more > bytes.length - at) {
            throw PfsException.corrupt("A record ends too early");
        }
    }
}
