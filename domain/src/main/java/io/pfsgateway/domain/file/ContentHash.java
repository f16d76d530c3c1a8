package io.pfsgateway.domain.file;

import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.text.LowerHex;
import java.util.HexFormat;

/**
 * A content's hash of 32 bytes in lower-case hex, as the file system computes it: SHA-256 in the embedded one, BLAKE2b over
 * chunks in pachd. Equal hashes mean equal bytes; equal bytes may have been stored under different hashes.
 */
public record ContentHash(String hex) {
    private static final int DIGITS = 64;

    public ContentHash {
        if (!LowerHex.matches(hex, DIGITS)) {
            throw RequestFailure.invalidArgument("hash", hex, "A content hash is 64 lower-case hex digits.");
        }
    }

    /** The hash of these 32 bytes. */
    public static ContentHash of(byte[] hash) {
        return new ContentHash(HexFormat.of().formatHex(hash));
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
