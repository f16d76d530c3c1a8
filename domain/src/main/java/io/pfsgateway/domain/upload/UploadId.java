package io.pfsgateway.domain.upload;

import io.pfsgateway.domain.text.LowerHex;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of an upload: the milliseconds at which it was begun in 12 hex digits, then 20 random ones. So ids are in the order of
 * their uploads' beginnings, and cannot be guessed.
 */
public record UploadId(String value) implements Comparable<UploadId> {
    private static final int DIGITS = 32;
    private static final int TIME_DIGITS = 12;

    public UploadId {
        if (!LowerHex.matches(value, DIGITS)) {
            throw new IllegalArgumentException("An upload's id is 32 hex digits, not " + value);
        }
    }

    /** A new id for an upload that is begun at this time. */
    public static UploadId begunAt(Instant time) {
        String random = UUID.randomUUID().toString().replace("-", "");
        // The digit that tells the UUID's version, and those before it, would be less than random.
        return new UploadId(HexFormat.of().toHexDigits(time.toEpochMilli(), TIME_DIGITS)
                + random.substring(0, 12)
                + random.substring(24));
    }

    /** The id that a text is; empty when it has another form, so that no upload has it. */
    public static Optional<UploadId> tryParse(String text) {
        return LowerHex.matches(text, DIGITS) ? Optional.of(new UploadId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(UploadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
