package io.pfsgateway.domain.text;

/**
 * Hex digits in lower case, the one form that ids and hashes are written in. A page of a listing checks some 100,000 of them,
 * hence neither a pattern nor a stream.
 */
public final class LowerHex {
    private LowerHex() {}

    /** Whether a text is just so many digits. */
    public static boolean matches(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int at = 0; at < digits; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
