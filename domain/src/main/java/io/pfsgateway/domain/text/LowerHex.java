package io.pfsgateway.domain.text;

/** Hex digits in lower case, the one form that ids and hashes are written in. Checked for each request, hence without a pattern. */
public final class LowerHex {
    private LowerHex() {}

    /** Whether a text is just so many digits. */
    public static boolean matches(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(LowerHex::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
