package io.pfsgateway.adapter.in.http.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes XML as UTF-8 through one small buffer. Names are taken as they are, texts are escaped; characters that XML 1.0 cannot
 * carry become character references, as S3 has them. Whoever writes closes what was opened, and ends with {@link #flush}.
 */
public final class XmlWriter {
    private static final int BUFFER_BYTES = 8192;
    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    /** Starts a document. */
    public XmlWriter(OutputStream out) throws IOException {
        this.out = out;
        raw(DECLARATION);
    }

    /** Opens an element. */
    public XmlWriter open(String name) throws IOException {
        put('<');
        ascii(name);
        put('>');
        return this;
    }

    /** Opens an element with attributes, given as they stand in the tag. */
    public XmlWriter open(String name, String attributes) throws IOException {
        put('<');
        ascii(name);
        put(' ');
        ascii(attributes);
        put('>');
        return this;
    }

    /** Closes an element. */
    public XmlWriter close(String name) throws IOException {
        put('<');
        put('/');
        ascii(name);
        put('>');
        return this;
    }

    /** An element with a text. */
    public XmlWriter element(String name, String text) throws IOException {
        open(name);
        text(text);
        return close(name);
    }

    /** An element with a number. */
    public XmlWriter element(String name, long number) throws IOException {
        open(name);
        ascii(Long.toString(number));
        return close(name);
    }

    /** An element that says yes or no. */
    public XmlWriter element(String name, boolean value) throws IOException {
        open(name);
        ascii(value ? "true" : "false");
        return close(name);
    }

    /** An element with a time, in whole seconds as headers carry it. */
    public XmlWriter element(String name, Instant time) throws IOException {
        open(name);
        ascii(XmlTime.format(time));
        return close(name);
    }

    /** White space between the declaration and the root, which means nothing and shows that the writer is there. */
    public XmlWriter blank() throws IOException {
        put(' ');
        return this;
    }

    /** Hands on what is buffered. */
    public void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void text(String text) throws IOException {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < 0x80) {
                asciiText(each);
            } else if (Character.isHighSurrogate(each) && at + 1 < text.length()) {
                at++;
                wide(Character.toCodePoint(each, text.charAt(at)));
            } else {
                wide(each);
            }
        }
    }

    private void asciiText(char each) throws IOException {
        switch (each) {
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            case '&' -> ascii("&amp;");
            case '"' -> ascii("&quot;");
            default -> {
                if (each < 0x20 || each == 0x7f) {
                    reference(each);
                } else {
                    put(each);
                }
            }
        }
    }

    private void wide(int codePoint) throws IOException {
        if (codePoint == 0xfffe || codePoint == 0xffff || (codePoint >= 0xd800 && codePoint < 0xe000)) {
            reference(codePoint);
        } else if (codePoint < 0x800) {
            put(0xc0 | (codePoint >> 6));
            put(0x80 | (codePoint & 0x3f));
        } else if (codePoint < 0x10000) {
            put(0xe0 | (codePoint >> 12));
            put(0x80 | ((codePoint >> 6) & 0x3f));
            put(0x80 | (codePoint & 0x3f));
        } else {
            put(0xf0 | (codePoint >> 18));
            put(0x80 | ((codePoint >> 12) & 0x3f));
            put(0x80 | ((codePoint >> 6) & 0x3f));
            put(0x80 | (codePoint & 0x3f));
        }
    }

    private void reference(int codePoint) throws IOException {
        ascii("&#x");
        ascii(Integer.toHexString(codePoint));
        put(';');
    }

    private void ascii(String text) throws IOException {
        for (int at = 0; at < text.length(); at++) {
            put(text.charAt(at));
        }
    }

    private void raw(byte[] bytes) throws IOException {
        for (byte each : bytes) {
            put(each);
        }
    }

    private void put(int each) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) each;
    }
}
