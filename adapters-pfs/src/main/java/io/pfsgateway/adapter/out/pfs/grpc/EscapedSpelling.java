package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Optional;
import java.util.Set;

/**
 * Keys in the characters that pachd takes. A key of these alone is written as it is, unless two spaces or two tildes stand together
 * in it or a space stands at its end. Anything else is written so that paths keep the order of their keys: behind two tildes, the
 * last of the characters, what comes after all that may stand there; behind two spaces, the first of them, what comes before.
 *
 * <pre>
 * U+0000 to U+001F   two spaces, 2 digits of it         !            space ~~5      a name that is empty, . or ..
 * space, the last    two spaces, 2                      ( ) * +      ' ~~5 to ~~8   - and the last: a space behind it
 * space, and such    two spaces, 3, 2 digits            ? @          > ~~5 to ~~6   - and another follows: .~~5 before the slash
 * two spaces         two spaces, 4                      [ \ ] ^      Z ~~5 to ~~8
 * two tildes         ~~0                                {            z ~~5
 * tilde, and a later ~~1 and 4 digits, ~~2 and 6        }            | ~~5
 * U+007F and later   ~~3 and 4 digits, ~~4 and 6
 * </pre>
 *
 * A name between slashes that is a space, or a dot or two with a space behind them, is written as if it were empty or the dots
 * alone: its path would be that of the last name which is these.
 */
final class EscapedSpelling implements Spelling {
    /** Names that no file can have: what is the last one gets a space behind it, which no other key leaves at its end. */
    private static final Set<String> NO_LAST_NAMES = Set.of("", ".", "..");

    private static final Set<String> NO_INNER_NAMES = Set.of("", ".", "..", " ", ". ", ".. ");

    @Override
    public String spell(String key) {
        EscapeWriter writer = new EscapeWriter(key);
        int name = 0;
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', name)) {
            writer.upTo(slash);
            writer.slash(NO_INNER_NAMES.contains(key.substring(name, slash)));
            name = slash + 1;
        }
        writer.upTo(key.length());
        return NO_LAST_NAMES.contains(key.substring(name)) ? writer + " " : writer.toString();
    }

    @Override
    public Optional<String> read(String path) {
        int end = path.length() - 1;
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean isMarked = last.endsWith(" ") && NO_LAST_NAMES.contains(last.substring(0, last.length() - 1));
        return new EscapeReader(isMarked ? path.substring(0, end) : path).read();
    }
}
