package io.pfsgateway.adapter.in.http.exchange;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoded text, decoded once and strictly: a broken escape, bytes that are not UTF-8 and NUL are refused with
 * InvalidURI.
 */
public final class UriText {
    private UriText() {}

    /** A piece of a path, in which a plus sign means itself. */
    public static String ofPath(String raw) {
        return raw.indexOf('%') < 0 ? withoutNul(raw) : decode(raw, false);
    }

    /** A piece of a query, in which a plus sign means a space. */
    public static String ofQuery(String raw) {
        return raw.indexOf('%') < 0 && raw.indexOf('+') < 0 ? withoutNul(raw) : decode(raw, true);
    }

    private static String decode(String raw, boolean plusMeansSpace) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte each = bytes[at];
            if (each == '%') {
                bytes[length++] = escaped(bytes, at);
                at += 2;
            } else {
                bytes[length++] = plusMeansSpace && each == '+' ? (byte) ' ' : each;
            }
        }
        try {
            return withoutNul(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw refused();
        }
    }

    private static byte escaped(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            throw refused();
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        if (high < 0 || low < 0) {
            throw refused();
        }
        return (byte) ((high << 4) | low);
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused();
        }
        return text;
    }

    private static S3Refusal refused() {
        return S3Error.of(S3ErrorCode.INVALID_URI, "Couldn't parse the specified URI.")
                .refusal();
    }
}
