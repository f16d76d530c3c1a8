package io.pfsgateway.domain.file;

import io.pfsgateway.domain.failure.KeyFailure;
import java.nio.charset.StandardCharsets;

/**
 * An object's key: 1 to 1,024 bytes of UTF-8, in which every character means itself. Keys are ordered by their bytes, which
 * is not the order of Java's strings.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">Naming objects</a>
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
    /** The longest key, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    public ObjectKey {
        if (hasLoneSurrogate(value)) {
            throw KeyFailure.notRepresentable(value, "A key is text that UTF-8 can write.");
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) {
            throw KeyFailure.empty();
        }
        if (bytes > MAX_BYTES) {
            throw KeyFailure.tooLong(value, bytes);
        }
    }

    /** Whether the key has the form of a directory marker. */
    public boolean isDirectory() {
        return value.endsWith("/");
    }

    /** The key as it is stored and ordered. */
    public byte[] utf8() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The order of keys and prefixes in every listing: unsigned bytes of UTF-8. It differs from the order of Java's strings only
     * where a character beyond the basic plane, a pair of surrogates, meets one above them.
     */
    public static int compareUtf8(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1));
                if (!paired) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }

    @Override
    public int compareTo(ObjectKey other) {
        return compareUtf8(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
