package io.pfsgateway.adapter.in.http.xml;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

/** How keys, prefixes and markers are spelled in a listing: as they are, or percent-encoded for {@code encoding-type=url}. */
public enum ListingText {
    PLAIN,
    URL;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final BitSet UNRESERVED = unreserved();

    private static BitSet unreserved() {
        BitSet set = new BitSet(128);
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('0', '9' + 1);
        "-._~/*".chars().forEach(set::set);
        return set;
    }

    /** A text as the listing carries it. */
    public String spell(String text) {
        return this == PLAIN || isUnreserved(text) ? text : encode(text);
    }

    /**
     * A prefix as the first form of listing echoes it. Some clients decode it there and some do not, so it is encoded only where
     * its plain spelling could be taken for another, or could not be carried.
     */
    String spellForAll(String prefix) {
        boolean readsTheSame = prefix.chars().noneMatch(c -> c == '%' || c == '+' || isUncarried(c));
        return readsTheSame ? prefix : spell(prefix);
    }

    private static boolean isUncarried(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }

    private static boolean isUnreserved(String text) {
        return text.chars().allMatch(UNRESERVED::get);
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.get(each & 0xff)) {
                encoded.append((char) each);
            } else {
                HEX.toHexDigits(encoded.append('%'), each);
            }
        }
        return encoded.toString();
    }
}
