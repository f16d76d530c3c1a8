package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.domain.condition.TagMatch;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of entity tags as a header has it: {@code *}, which among others means any too, or tags with quotes or without, weak or strong. */
public final class EntityTags {
    private static final String WEAK = "W/";

    private EntityTags() {}

    /** Reads a value that is compared weakly, as {@code If-None-Match} is: a weak tag counts as the strong one. */
    public static TagMatch parse(String text) {
        return parse(Arrays.stream(text.split(",", -1)));
    }

    /** Reads a value that is compared strongly, as {@code If-Match} is: a weak tag matches nothing. */
    public static TagMatch parseStrong(String text) {
        return parse(
                Arrays.stream(text.split(",", -1)).filter(tag -> !tag.strip().startsWith(WEAK)));
    }

    private static TagMatch parse(Stream<String> all) {
        Set<String> tags =
                all.map(EntityTags::bare).filter(tag -> !tag.isEmpty()).collect(Collectors.toUnmodifiableSet());
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
