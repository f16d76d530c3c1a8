package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.domain.condition.TagMatch;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of entity tags as a header has it: {@code *}, which among others means any too, or tags with quotes or without, weak or strong. */
public final class EntityTags {
    private EntityTags() {}

    /** Reads a header's value. */
    public static TagMatch parse(String text) {
        Set<String> tags = Arrays.stream(text.split(",", -1))
                .map(EntityTags::bare)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (tags.contains("*")) {
            return TagMatch.ANY;
        }
        return new TagMatch(false, tags);
    }

    private static String bare(String tag) {
        String strong = tag.strip().replaceFirst("^W/", "");
        boolean quoted = strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"");
        return quoted ? strong.substring(1, strong.length() - 1) : strong;
    }
}
