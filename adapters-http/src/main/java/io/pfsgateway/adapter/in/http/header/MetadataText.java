package io.pfsgateway.adapter.in.http.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The user's metadata as text. What comes is read as UTF-8, or as ISO 8859-1 where it is not that; what goes is ISO 8859-1 as
 * HTTP has always had it, and a word of RFC 2047 where that lacks a character, as S3 does. ASCII, such a word among it, passes
 * as it is.
 */
final class MetadataText {
    private MetadataText() {}

    /** The text of a header's value, which has one character for each byte. */
    static String fromWire(String value) {
        if (highest(value) < 0x80) {
            return value;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return value;
        }
    }

    /** The value of a header that carries a text. */
    static String toWire(String text) {
        return highest(text) <= 0xff
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static int highest(String text) {
        return text.chars().max().orElse(0);
    }
}
