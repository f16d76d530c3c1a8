package io.pfsgateway.adapter.in.http.checksum;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of a checksum. Only the canonical base64 of exactly as many bytes as the algorithm yields is one.
 *
 * @param algorithm which checksum
 * @param base64 its value as S3 spells it
 */
public record Checksum(ChecksumAlgorithm algorithm, String base64) {
    public Checksum {
        Objects.requireNonNull(algorithm, "algorithm");
        if (!fits(algorithm, base64)) {
            throw new IllegalArgumentException("not a value of " + algorithm);
        }
    }

    /** Reads a value as a client sent it; empty where it is none. */
    public static Optional<Checksum> parse(ChecksumAlgorithm algorithm, String text) {
        return fits(algorithm, text) ? Optional.of(new Checksum(algorithm, text)) : Optional.empty();
    }

    /** The value of a computation that is at its end. */
    public static Checksum of(ChecksumAlgorithm algorithm, byte[] value) {
        return new Checksum(algorithm, Base64.getEncoder().encodeToString(value));
    }

    private static boolean fits(ChecksumAlgorithm algorithm, String text) {
        try {
            byte[] value = Base64.getDecoder().decode(text);
            // The decoder forgives missing padding and stray last bits; what is kept and compared must be one spelling.
            return value.length == algorithm.sizeBytes()
                    && Base64.getEncoder().encodeToString(value).equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
