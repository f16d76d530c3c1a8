package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import java.util.Optional;

/**
 * Which paths a listing is about, and which of them it shows as one: those that start with the prefix, grouped up to the
 * first delimiter after it. An empty delimiter groups nothing.
 */
public record Grouping(Bytes prefix, Bytes delimiter) {
    public static final Grouping NONE = new Grouping(Bytes.EMPTY, Bytes.EMPTY);

    /** What the path shares with others up to the first delimiter after the prefix. */
    Optional<Bytes> groupOf(Bytes path) {
        if (delimiter.isEmpty()) {
            return Optional.empty();
        }
        int found = path.indexOf(delimiter, prefix.length());
        return found < 0 ? Optional.empty() : Optional.of(path.slice(0, found + delimiter.length()));
    }
}
