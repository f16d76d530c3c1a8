package io.pfsgateway.domain.tag;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A tag: a name of 1 to 128 characters and a value of up to 256, both of letters, digits, spaces and {@code _ . : / = + - @}. Names
 * that begin with {@code aws:} are not for users.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tagging</a>
 */
public record Tag(String name, String value) {
    private static final int MAX_NAME_LENGTH = 128;
    private static final int MAX_VALUE_LENGTH = 256;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final String RESERVED = "aws:";

    public Tag {
        boolean reserved = name.toLowerCase(Locale.ROOT).startsWith(RESERVED);
        if (name.isEmpty() || reserved || !isAllowed(name, MAX_NAME_LENGTH)) {
            throw RequestFailure.invalidTag(name, "The TagKey you have provided is invalid");
        }
        if (!isAllowed(value, MAX_VALUE_LENGTH)) {
            throw RequestFailure.invalidTag(name, "The TagValue you have provided is invalid");
        }
    }

    private static boolean isAllowed(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength
                && ALLOWED.matcher(text).matches();
    }
}
