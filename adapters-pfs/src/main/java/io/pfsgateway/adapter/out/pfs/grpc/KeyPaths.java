package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which keys the server can hold, and the path that each is. pachd cleans paths as a shell does and takes some characters for
 * patterns, so that a key which it would store under another name, or could not be got again, is refused before anything is
 * written. A path that is no key's is nobody's file here.
 */
final class KeyPaths {
    /** The rule, as a refusal tells it. */
    static final String RULE =
            "This file system holds keys of printable ASCII without any of \\ * ? [ ] { } ! ( ) @ + ^,"
                    + " in which no name between slashes is empty, . or .., and the last behind a slash is no single space.";

    /** A path as long as the longest key was seen to be held. */
    private static final int MOST_CHARACTERS = ObjectKey.MAX_BYTES;

    /** What the path of a directory's marker has behind that of the directory. */
    private static final String MARKER = "/ ";

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern HOLDABLE = Pattern.compile("[ -~&&[^\\\\*?\\[\\]{}!()@+^]]+");

    /** Behind every character of a key. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final Spelling spelling;

    private KeyPaths(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Keys as they are, and directory markers. */
    static KeyPaths plain() {
        return new KeyPaths(new PlainSpelling());
    }

    /** All keys, those that cannot be held as they are in other characters. */
    static KeyPaths escaped() {
        return new KeyPaths(new EscapedSpelling());
    }

    /** The path of a key, if there can be a file of it. */
    Optional<String> find(ObjectKey key) {
        String path = spelling.spell(key.value());
        boolean isKeys = spelling.read(path).filter(key.value()::equals).isPresent();
        return isKeys && path.length() <= MOST_CHARACTERS && canHold(path) ? Optional.of("/" + path) : Optional.empty();
    }

    /**
     * The path of a key.
     *
     * @throws KeyFailure with {@code KEY_NOT_REPRESENTABLE}
     */
    String of(ObjectKey key) {
        return find(key).orElseThrow(() -> KeyFailure.notRepresentable(key.value(), rule(key)));
    }

    private String rule(ObjectKey key) {
        int length = spelling.spell(key.value()).length();
        return length > MOST_CHARACTERS
                ? "As this file system can hold it the key takes " + length + " characters, and at most "
                        + MOST_CHARACTERS + " are allowed."
                : RULE;
    }

    private static boolean canHold(String path) {
        if (!HOLDABLE.matcher(path).matches()) {
            return false;
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The key that a path is of. */
    Optional<ObjectKey> key(String path) {
        if (path.length() - 1 > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return spelling.read(path.substring(1))
                .filter(text -> !text.isEmpty())
                .map(ObjectKey::new)
                .filter(key -> find(key).filter(path::equals).isPresent());
    }

    /** What all keys in a directory begin with, by the directory's path with the slash at its end. */
    Optional<String> prefix(String directory) {
        return spelling.read(directory.substring(1) + " ")
                .filter(text -> spelling.spell(text).equals(directory.substring(1) + " "));
    }

    /** The directory whose keys all begin with a text that ends in a slash or is empty, by its path without one. */
    String directory(String prefix) {
        if (prefix.isEmpty()) {
            return "/";
        }
        String marker = bound(prefix);
        return marker.substring(0, marker.length() - MARKER.length());
    }

    /** A text that stands among the paths where another stands among the keys. A key's is its path. */
    String bound(String text) {
        return "/" + spelling.spell(text);
    }

    /** A text that stands behind the paths of all keys which begin with another, and before those of all later keys. */
    String boundBehindAll(String text) {
        return PathOrder.behindAll(bound(text + LAST));
    }

    /** Whether any path can begin as this text does. */
    static boolean canBegin(String bound) {
        return PRINTABLE.matcher(bound).matches();
    }
}
