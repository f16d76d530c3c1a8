package io.pfsgateway.domain.checksum;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A verified checksum of a content as S3 spells it: the canonical base64 of exactly as many bytes as the algorithm yields, and
 * for one that is {@link ChecksumType#COMPOSITE} a dash and the number of parts behind it.
 */
public record ContentChecksum(ChecksumAlgorithm algorithm, String value) {
    private static final Pattern COMPOSITE = Pattern.compile("(.+)-([1-9][0-9]{0,4})");

    public ContentChecksum {
        if (!fits(algorithm, digestOf(value))) {
            throw RequestFailure.invalidArgument(
                    "checksum", value, "This is not a " + algorithm + " checksum in base64.");
        }
    }

    /** Reads the checksum of a stretch of bytes as a client sent it; empty where it is none. */
    public static Optional<ContentChecksum> parse(ChecksumAlgorithm algorithm, String text) {
        return fits(algorithm, text) ? Optional.of(new ContentChecksum(algorithm, text)) : Optional.empty();
    }

    /** The value of a computation that is at its end. */
    public static ContentChecksum of(ChecksumAlgorithm algorithm, byte[] digest) {
        return new ContentChecksum(algorithm, Base64.getEncoder().encodeToString(digest));
    }

    /** The value over the values of parts. */
    static ContentChecksum composite(ChecksumAlgorithm algorithm, byte[] digest, int parts) {
        return new ContentChecksum(algorithm, Base64.getEncoder().encodeToString(digest) + "-" + parts);
    }

    /** What it is taken of. */
    public ChecksumType type() {
        return value.indexOf('-') < 0 ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE;
    }

    /** The bytes that the algorithm yielded. */
    byte[] digest() {
        return Base64.getDecoder().decode(digestOf(value));
    }

    private static String digestOf(String value) {
        Matcher composite = COMPOSITE.matcher(value);
        return composite.matches() ? composite.group(1) : value;
    }

    private static boolean fits(ChecksumAlgorithm algorithm, String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64);
            // The decoder forgives missing padding and stray last bits; what is kept and compared must be one spelling.
            return digest.length == algorithm.sizeBytes()
                    && Base64.getEncoder().encodeToString(digest).equals(base64);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
