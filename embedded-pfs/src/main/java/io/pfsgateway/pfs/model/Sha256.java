package io.pfsgateway.pfs.model;

/** The SHA-256 of a content: always {@value #LENGTH} bytes. Its text is lower-case hex. */
public record Sha256(Bytes bytes) {
    public static final int LENGTH = 32;

    public Sha256 {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 has " + LENGTH + " bytes, not " + bytes.length());
        }
    }

    public static Sha256 parse(String hex) {
        return new Sha256(Bytes.hex(hex));
    }

    @Override
    public String toString() {
        return bytes.toHex();
    }
}
