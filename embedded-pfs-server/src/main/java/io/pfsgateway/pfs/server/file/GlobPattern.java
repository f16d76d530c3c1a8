package io.pfsgateway.pfs.server.file;

import io.pfsgateway.pfs.server.tree.Node;
import io.pfsgateway.pfs.server.words.Paths;
import io.pfsgateway.pfs.server.words.Refusals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths: {@code *} and {@code ?} within a name, {@code **} over any, {@code [a-z]} and {@code [!a-z]},
 * <code>{a,b}</code>, and {@code @(a|b)}, {@code ?(…)}, {@code *(…)}, {@code +(…)}, {@code !(…)}; a backslash takes the
 * meaning from what follows it. It matches whole paths; a directory's is taken without the slash at its end. A pattern that is
 * longer or more deeply nested than any path calls for is refused, and so is one that takes too long to tell of a path.
 */
final class GlobPattern {
    /** More than the longest path has, if every character of it is escaped. */
    private static final int MOST_CHARACTERS = 4096;

    private static final int DEEPEST = 16;

    /** How often a character of a path is looked at; those who mean well take some hundreds of looks for a path. */
    private static final int MOST_LOOKS = 1_000_000;

    private static final String EXTENDED = "@?*+!";

    private final String text;
    private final Pattern regex;

    private GlobPattern(String text, Pattern regex) {
        this.text = text;
        this.regex = regex;
    }

    static GlobPattern of(String pattern) {
        if (pattern.length() > MOST_CHARACTERS) {
            throw Refusals.invalid("pattern invalid: it has more than " + MOST_CHARACTERS + " characters");
        }
        String clean = Paths.clean(pattern);
        try {
            return new GlobPattern(clean, Pattern.compile(new Translation(clean).regex(), Pattern.DOTALL));
        } catch (PatternSyntaxException malformed) {
            throw Refusals.invalid("pattern (" + pattern + ") invalid: " + malformed.getDescription());
        }
    }

    boolean matches(Node node) {
        return node.path().equals("/") ? text.equals("/") : matches(node.path());
    }

    private boolean matches(String path) {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return regex.matcher(new Looks(name, text)).matches();
    }

    /** A path that says how often it was looked at, since a pattern can be such that all ways to match it are tried in vain. */
    private static final class Looks implements CharSequence {
        private final String path;
        private final String pattern;
        private int count;

        Looks(String path, String pattern) {
            this.path = path;
            this.pattern = pattern;
        }

        @Override
        public char charAt(int index) {
            count++;
            if (count > MOST_LOOKS) {
                throw Refusals.invalid("pattern (" + pattern + ") invalid: it takes too long to match");
            }
            return path.charAt(index);
        }

        @Override
        public int length() {
            return path.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return path.subSequence(start, end);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** What all paths that match begin with. */
    String prefix() {
        return Paths.literalPrefix(text.replaceFirst("\\\\.*", ""));
    }

    /** Whether it matches nothing but one path. */
    boolean isPlain() {
        return prefix().equals(text);
    }

    /** Turns the pattern into a regular expression, character by character. */
    private static final class Translation {
        private final String glob;
        private final StringBuilder regex = new StringBuilder();
        private final Deque<String> ends = new ArrayDeque<>();
        private int at;

        Translation(String glob) {
            this.glob = glob;
        }

        String regex() {
            while (at < glob.length()) {
                next(glob.charAt(at++));
                if (ends.size() > DEEPEST) {
                    throw new PatternSyntaxException("groups are nested too deeply", glob, at);
                }
            }
            if (!ends.isEmpty()) {
                throw new PatternSyntaxException("a group is not closed", glob, glob.length());
            }
            return regex.toString();
        }

        private void next(char symbol) {
            if (EXTENDED.indexOf(symbol) >= 0 && follows('(')) {
                at++;
                open(symbol);
                return;
            }
            switch (symbol) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> characters();
                case '{' -> {
                    regex.append("(?:");
                    ends.push(")");
                }
                case ',', '|' -> regex.append(ends.isEmpty() ? Pattern.quote(String.valueOf(symbol)) : "|");
                case '}', ')' -> regex.append(ends.isEmpty() ? "\\" + symbol : ends.pop());
                case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : symbol);
                default -> literal(symbol);
            }
        }

        private void open(char kind) {
            regex.append(kind == '!' ? "(?:(?!(?:" : "(?:");
            ends.push(
                    switch (kind) {
                        case '?', '*', '+' -> ")" + kind;
                        // What is not one of these is any name, up to what follows.
                        case '!' -> ")(?:/|$))[^/]*)";
                        default -> ")";
                    });
        }

        private void star() {
            if (follows('*')) {
                at++;
                regex.append(".*");
            } else {
                regex.append("[^/]*");
            }
        }

        private void characters() {
            int end = glob.indexOf(']', at + 1);
            if (end < 0) {
                throw new PatternSyntaxException("a class of characters is not closed", glob, at);
            }
            String inside = glob.substring(at, end);
            boolean negated = inside.startsWith("!") || inside.startsWith("^");
            String members = negated ? inside.substring(1) : inside;
            regex.append(negated ? "[^/" : "[")
                    .append(members.replaceAll("[\\\\\\[&^]", "\\\\$0"))
                    .append("]");
            at = end + 1;
        }

        private void literal(char symbol) {
            regex.append(Pattern.quote(String.valueOf(symbol)));
        }

        private boolean follows(char symbol) {
            return at < glob.length() && glob.charAt(at) == symbol;
        }
    }
}
