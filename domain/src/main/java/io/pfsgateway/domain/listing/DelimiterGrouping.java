package io.pfsgateway.domain.listing;

import java.util.Optional;

/** The rule by which a delimiter groups names: up to the first delimiter behind the prefix that the listing asks for. */
public final class DelimiterGrouping {
    private DelimiterGrouping() {}

    /** The common prefix that stands for a name; empty for one that stands for itself, or that the listing does not show. */
    public static Optional<String> commonPrefix(String name, String prefix, Optional<String> delimiter) {
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        return delimiter.flatMap(text -> {
            int at = name.indexOf(text, prefix.length());
            return at < 0 ? Optional.empty() : Optional.of(name.substring(0, at + text.length()));
        });
    }
}
