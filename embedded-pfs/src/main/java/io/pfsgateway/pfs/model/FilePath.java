package io.pfsgateway.pfs.model;

/**
 * The path of a file within a branch: 1 to {@value #MAX_BYTES} bytes of any kind, with no meaning in any of them. The
 * engine knows no directories; {@code a} and {@code a/b} may stand beside each other.
 */
public record FilePath(Bytes bytes) implements Comparable<FilePath> {
    public static final int MAX_BYTES = 1_100;

    public FilePath {
        if (bytes.isEmpty() || bytes.length() > MAX_BYTES) {
            throw new IllegalArgumentException("A path has 1 to " + MAX_BYTES + " bytes, not " + bytes.length());
        }
    }

    public static FilePath of(String text) {
        return new FilePath(Bytes.utf8(text));
    }

    @Override
    public int compareTo(FilePath other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.toUtf8();
    }
}
