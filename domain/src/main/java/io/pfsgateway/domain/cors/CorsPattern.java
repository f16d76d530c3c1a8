package io.pfsgateway.domain.cors;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text to compare an origin or a header's name with, in which one {@code *} may stand for any run of characters. It is of visible
 * ASCII characters, and so is whatever it matches: both are sent in headers.
 */
public record CorsPattern(String text) {
    private static final char WILDCARD = '*';
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    public CorsPattern {
        if (!VISIBLE.matcher(text).matches()) {
            throw RequestFailure.invalidRequest(
                    "pattern", "AllowedOrigin and AllowedHeader are of visible ASCII characters.");
        }
        if (text.indexOf(WILDCARD) != text.lastIndexOf(WILDCARD)) {
            throw RequestFailure.invalidRequest(
                    "pattern", "AllowedOrigin or AllowedHeader \"" + text + "\" can not have more than one wildcard.");
        }
    }

    /** Whether it is the wildcard alone. */
    public boolean isAny() {
        return text.length() == 1 && text.charAt(0) == WILDCARD;
    }

    /** Whether a text is one of those meant. */
    public boolean matches(String value) {
        if (!VISIBLE.matcher(value).matches()) {
            return false;
        }
        int at = text.indexOf(WILDCARD);
        return at < 0
                ? text.equals(value)
                : value.length() >= text.length() - 1
                        && value.startsWith(text.substring(0, at))
                        && value.endsWith(text.substring(at + 1));
    }

    /** The same, where capitals do not count. */
    boolean matchesIgnoringCase(String value) {
        return new CorsPattern(text.toLowerCase(Locale.ROOT)).matches(value.toLowerCase(Locale.ROOT));
    }
}
