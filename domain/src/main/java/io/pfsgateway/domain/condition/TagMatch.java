package io.pfsgateway.domain.condition;

import io.pfsgateway.domain.file.EntityTag;
import java.util.Set;

/**
 * A list of entity tags, or {@code *} for any. Tags of a foreign form, such as an MD5, match nothing.
 *
 * @param any whether it is {@code *}
 * @param tags the tags' values without quotes
 */
public record TagMatch(boolean any, Set<String> tags) {
    /** {@code *}. */
    public static final TagMatch ANY = new TagMatch(true, Set.of());

    public TagMatch {
        tags = Set.copyOf(tags);
    }

    /** Whether the tag of something that is there is among these. */
    public boolean includes(EntityTag tag) {
        return any || tags.contains(tag.value());
    }
}
