package io.pfsgateway.domain.file;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object's ETag: the content's hash, a dash and the number of parts it was made of (1 for a plain PUT). The dash keeps
 * clients from taking it for an MD5.
 */
public record EntityTag(ContentHash hash, int parts) {
    private static final Pattern SHAPE = Pattern.compile("\"?([0-9a-f]{64})-([1-9][0-9]{0,4})\"?");

    public EntityTag {
        if (parts < 1) {
            throw RequestFailure.invalidArgument("ETag", hash + "-" + parts, "An object has at least one part.");
        }
    }

    /** The tag of a content that was written in one piece. */
    public static EntityTag single(ContentHash hash) {
        return new EntityTag(hash, 1);
    }

    /** The tag that a text is, quoted or not; empty when it is of any other form, such as an MD5. */
    public static Optional<EntityTag> tryParse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new EntityTag(new ContentHash(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    /** The tag without quotes. */
    public String value() {
        return hash.hex() + "-" + parts;
    }

    /** The tag as headers and XML carry it. */
    public String quoted() {
        return '"' + value() + '"';
    }

    @Override
    public String toString() {
        return value();
    }
}
