package io.pfsgateway.pfs.server.words;

import io.pfsgateway.pfs.model.FilePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths. The protocol's begin with a slash, and the engine's do not; a directory's ends with one. What is written gets a clean
 * path; what is read is first looked for under the path as it came, since the engine holds paths that are not clean.
 */
public final class Paths {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Pattern GLOBBING = Pattern.compile("[*?\\[\\]{}!()@+^]");

    /** What the gateway's other clients can name; the engine would hold a little more. */
    private static final int MOST_BYTES = 1_024;

    private static final int SHOWN = 200;

    private Paths() {}

    /** The path without doubled slashes, dots, and the slash at its end: "/" for the root. */
    public static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }

    /** The engine's text for the protocol's path: the same without the slash before it. */
    public static String key(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The protocol's path for the engine's. */
    public static String path(FilePath key) {
        return "/" + key;
    }

    /** What the paths of all that is in a directory begin with, for the engine: empty for the root. */
    public static String directory(String path) {
        String key = key(path);
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    /** The path that a file is written at, where that is a path that pachd takes too. */
    public static FilePath written(String path) {
        if (!PRINTABLE.matcher(path).matches()) {
            throw Refusals.invalid("path (" + path + ") invalid: only printable ASCII characters allowed");
        }
        Matcher globbing = GLOBBING.matcher(path);
        if (globbing.find()) {
            throw Refusals.invalid(
                    "path (" + path + ") invalid: globbing character (" + globbing.group() + ") not allowed in path");
        }
        for (String name : path.split("/", -1)) {
            if (name.equals(".") || name.equals("..")) {
                throw Refusals.invalid("path (" + path + ") invalid: relative file paths are not allowed");
            }
        }
        return stored(path, clean(path));
    }

    /** A path within the limits. */
    public static FilePath stored(String asked, String clean) {
        String key = key(clean);
        if (key.isEmpty()) {
            throw Refusals.invalid("path (" + asked + ") invalid: it names no file");
        }
        if (key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusals.invalid("path (" + asked.substring(0, Math.min(asked.length(), SHOWN))
                    + "…) invalid: longer than " + MOST_BYTES + " bytes");
        }
        return FilePath.of(key);
    }

    /** Whether the text can be the path of a file at all. */
    public static boolean isFile(String key) {
        return !key.isEmpty() && key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= FilePath.MAX_BYTES;
    }

    /** What a pattern's matches all begin with: all before its first character that is not itself. */
    public static String literalPrefix(String pattern) {
        Matcher globbing = GLOBBING.matcher(pattern);
        return globbing.find() ? pattern.substring(0, globbing.start()) : pattern;
    }
}
