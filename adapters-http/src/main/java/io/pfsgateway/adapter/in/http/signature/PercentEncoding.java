package io.pfsgateway.adapter.in.http.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The one spelling of percent-encoded text that Signature 4 signs: everything but letters, digits and {@code -._~} is
 * encoded, in upper-case hex. Text that came encoded otherwise is decoded once and encoded anew; a percent sign that
 * starts no escape stands for itself.
 */
final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final BitSet UNRESERVED = unreserved();

    private PercentEncoding() {}

    private static BitSet unreserved() {
        BitSet set = new BitSet(128);
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('0', '9' + 1);
        "-._~".chars().forEach(set::set);
        return set;
    }

    /** How a slash that came as {@code %2F} is to be spelled in a path. */
    enum EncodedSlash {
        KEPT("%2F"),
        BARE("/");

        private final String spelling;

        EncodedSlash(String spelling) {
            this.spelling = spelling;
        }
    }

    /** The canonical spelling of a raw path; bare slashes stay, and no segment is removed. */
    static String ofPath(String rawPath, EncodedSlash encodedSlash) {
        if (isPlain(rawPath, true)) {
            return rawPath;
        }
        byte[] raw = rawPath.getBytes(StandardCharsets.UTF_8);
        StringBuilder canonical = new StringBuilder(raw.length + 32);
        for (int at = 0; at < raw.length; at++) {
            if (isEscape(raw, at)) {
                int decoded = decodeAt(raw, at);
                at += 2;
                if (decoded == '/') {
                    canonical.append(encodedSlash.spelling);
                } else {
                    append(canonical, decoded);
                }
            } else if (raw[at] == '/') {
                canonical.append('/');
            } else {
                append(canonical, raw[at] & 0xff);
            }
        }
        return canonical.toString();
    }

    /** The canonical spelling of a raw name or value of a query, in which a plus sign means a space. */
    static String ofQuery(String rawText) {
        if (isPlain(rawText, false)) {
            return rawText;
        }
        StringBuilder canonical = new StringBuilder(rawText.length() + 32);
        for (byte each : bytes(rawText, true)) {
            append(canonical, each & 0xff);
        }
        return canonical.toString();
    }

    /** Canonical text decoded, as UTF-8; bytes that are not UTF-8 become replacement characters. */
    static String decode(String canonicalText) {
        return new String(bytes(canonicalText, false), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, boolean plusMeansSpace) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (isEscape(raw, at)) {
                decoded.write(decodeAt(raw, at));
                at += 2;
            } else {
                decoded.write(plusMeansSpace && raw[at] == '+' ? ' ' : raw[at]);
            }
        }
        return decoded.toByteArray();
    }

    private static boolean isPlain(String text, boolean slashIsPlain) {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (!UNRESERVED.get(each) && !(slashIsPlain && each == '/')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(byte[] raw, int at) {
        return raw[at] == '%'
                && at + 2 < raw.length
                && Character.digit(raw[at + 1], 16) >= 0
                && Character.digit(raw[at + 2], 16) >= 0;
    }

    private static int decodeAt(byte[] raw, int at) {
        return Character.digit(raw[at + 1], 16) << 4 | Character.digit(raw[at + 2], 16);
    }

    private static void append(StringBuilder canonical, int each) {
        if (UNRESERVED.get(each)) {
            canonical.append((char) each);
        } else {
            canonical.append('%').append(HEX[each >> 4]).append(HEX[each & 15]);
        }
    }
}
