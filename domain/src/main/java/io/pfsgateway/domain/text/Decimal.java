package io.pfsgateway.domain.text;

/** Whole numbers as clients send them: ASCII digits, without a sign or spaces, and not more of them than a number can hold. */
public final class Decimal {
    /** The most digits that always fit into a {@code long}. */
    public static final int MOST_DIGITS = 18;

    private Decimal() {}

    /** Whether a text is at least one digit and at most so many. */
    public static boolean matches(String text, int mostDigits) {
        if (text.isEmpty() || text.length() > mostDigits) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
