package io.pfsgateway.pfs.model;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a commit: 32 lower-case hex digits in the shape of a version 4 UUID. Ids carry no order and are never
 * used twice.
 */
public record CommitId(UUID value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");

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
        return SHAPE.matcher(text).matches();
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
        return String.format("%016x%016x", value.getMostSignificantBits(), value.getLeastSignificantBits());
    }
}
