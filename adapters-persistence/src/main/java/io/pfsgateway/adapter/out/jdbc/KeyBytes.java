package io.pfsgateway.adapter.out.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys as columns hold and order them: the bytes of UTF-8, of which the highest never occurs. */
final class KeyBytes {
    private static final byte BEHIND_ALL = (byte) 0xff;

    private KeyBytes() {}

    static byte[] of(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** The least that is more than a key. */
    static byte[] behind(String key) {
        byte[] bytes = of(key);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** The least that is more than all keys that begin with a prefix. */
    static byte[] behindPrefix(String prefix) {
        byte[] bytes = of(prefix);
        if (bytes.length == 0) {
            return new byte[] {BEHIND_ALL};
        }
        bytes[bytes.length - 1]++;
        return bytes;
    }

    static byte[] higher(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) < 0 ? other : one;
    }
}
