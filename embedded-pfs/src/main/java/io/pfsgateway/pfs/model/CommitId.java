package io.pfsgateway.pfs.model;

import java.util.HexFormat;
import java.util.UUID;

/**
 * The name of a commit: 32 lower-case hex digits in the shape of a version 4 UUID. Ids carry no order and are never
 * used twice.
 */
public record CommitId(UUID value) {
    private static final int DIGITS = 32;
    private static final int VERSION_AT = 12;
    private static final int VARIANT_AT = 16;

    public CommitId {
        if (value.version() != 4 || value.variant() != 2) {
            throw new IllegalArgumentException("Not a version 4 UUID: " + value);
        }
    }

    public static CommitId random() {
        return new CommitId(UUID.randomUUID());
    }

    /** Whether the text is a commit id, in the one form that ids are written in. */
    public static boolean matches(String text) {
        return text.length() == DIGITS
                && text.charAt(VERSION_AT) == '4'
                && "89ab".indexOf(text.charAt(VARIANT_AT)) >= 0
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    public static CommitId parse(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("Not a commit id: " + text);
        }
        return new CommitId(
                new UUID(Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, 32, 16)));
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(value.getMostSignificantBits()) + hex.toHexDigits(value.getLeastSignificantBits());
    }
}
