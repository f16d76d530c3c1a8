package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The codes of {@link EscapedSpelling}, which ascend as what they stand for does. */
final class EscapeCodes {
    /** Behind two spaces, above the first digit of a character before the space. */
    static final char LAST_SPACE = '2';

    static final char SPACE_AND_EARLIER = '3';
    static final char TWO_SPACES = '4';

    /** Behind two tildes. */
    static final char TWO_TILDES = '0';

    static final char TILDE_AND_LATER = '1';
    static final char TILDE_AND_MUCH_LATER = '2';
    static final char LATER = '3';
    static final char MUCH_LATER = '4';

    static final String SLASH_BEHIND_NO_NAME = ".~~5/";

    /** Each character that pachd takes for a part of a pattern, and the one before it that is none, with two tildes and a code. */
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('!', " ~~5"),
            Map.entry('(', "'~~5"),
            Map.entry(')', "'~~6"),
            Map.entry('*', "'~~7"),
            Map.entry('+', "'~~8"),
            Map.entry('?', ">~~5"),
            Map.entry('@', ">~~6"),
            Map.entry('[', "Z~~5"),
            Map.entry('\\', "Z~~6"),
            Map.entry(']', "Z~~7"),
            Map.entry('^', "Z~~8"),
            Map.entry('{', "z~~5"),
            Map.entry('}', "|~~5"));

    private static final Map<String, Character> CHARACTERS =
            ESCAPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final int ESCAPE_LENGTH = 4;

    private EscapeCodes() {}

    static void append(StringBuilder path, char printable) {
        String escape = ESCAPES.get(printable);
        if (escape == null) {
            path.append(printable);
        } else {
            path.append(escape);
        }
    }

    /** The character of a pattern that is written at a place in a path, in as many characters as {@link #length} says. */
    static Optional<Character> at(String path, int start) {
        return path.startsWith("~~", start + 1) && path.length() >= start + ESCAPE_LENGTH
                ? Optional.ofNullable(CHARACTERS.get(path.substring(start, start + ESCAPE_LENGTH)))
                : Optional.empty();
    }

    static int length() {
        return ESCAPE_LENGTH;
    }
}
