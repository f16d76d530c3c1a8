package io.pfsgateway.adapter.in.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a part of a form is called. Browsers write quotes and line breaks in names as percent escapes, other clients with backslashes;
 * both mean what they stand for.
 *
 * @param field the field's name in lower case; empty where the part has none
 * @param fileName the name of the file that the part is of; empty where it says none
 */
record PartName(String field, String fileName) {
    static final PartName NONE = new PartName("", "");

    /** Nothing that was matched is given back: each character of a long name would take a step of the stack. */
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*+(name|filename)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\\s]++))", Pattern.CASE_INSENSITIVE);

    /** Reads a content disposition. */
    static PartName of(String disposition) {
        String field = "";
        String fileName = "";
        Matcher matcher = PARAMETER.matcher(disposition);
        while (matcher.find()) {
            String text = matcher.group(2) == null ? matcher.group(3) : unescaped(matcher.group(2));
            if (matcher.group(1).equalsIgnoreCase("name")) {
                field = text.toLowerCase(Locale.ROOT);
            } else {
                fileName = text;
            }
        }
        return new PartName(field, fileName);
    }

    /** Headers come as one character for each byte, or decoded already. */
    private static String unescaped(String text) {
        String plain = text.replace("\\\"", "\"").replace("%22", "\"");
        boolean decoded = plain.chars().anyMatch(each -> each > 0xff);
        return decoded ? plain : utf8(plain);
    }

    private static String utf8(String latin1) {
        String decoded = new String(latin1.getBytes(ISO_8859_1), UTF_8);
        return decoded.indexOf('\ufffd') < 0 ? decoded : latin1;
    }

    boolean isFile() {
        return field.equals("file");
    }

    /** The file's name without the folders before it, in whose system ever. */
    String baseName() {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }
}
