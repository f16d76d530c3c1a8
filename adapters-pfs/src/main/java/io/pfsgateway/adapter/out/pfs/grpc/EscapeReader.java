package io.pfsgateway.adapter.out.pfs.grpc;

import java.util.Optional;

/**
 * Reads a path as {@link EscapedSpelling} writes it. It takes some paths too that are never written so; whether the path is the
 * key's, writing the key again tells.
 */
final class EscapeReader {
    private static final int RADIX = 16;
    private static final int SHORTEST = 2;
    private static final int OF_BASIC_PLANE = 4;
    private static final int LONGEST = 6;

    private final String path;
    private final StringBuilder key;
    private int at;
    private boolean broken;

    EscapeReader(String path) {
        this.path = path;
        this.key = new StringBuilder(path.length());
    }

    Optional<String> read() {
        while (at < path.length() && !broken) {
            next();
        }
        return broken ? Optional.empty() : Optional.of(key.toString());
    }

    private void next() {
        if (path.startsWith(EscapeCodes.SLASH_BEHIND_NO_NAME, at)) {
            key.append('/');
            at += EscapeCodes.SLASH_BEHIND_NO_NAME.length();
            return;
        }
        Optional<Character> escaped = EscapeCodes.at(path, at);
        if (escaped.isPresent()) {
            key.append(escaped.get().charValue());
            at += EscapeCodes.length();
        } else if (path.startsWith("~~", at)) {
            at += 2;
            behindTildes();
        } else if (path.startsWith("  ", at) && !EscapeCodes.at(path, at + 1).isPresent()) {
            at += 2;
            behindSpaces();
        } else {
            key.append(path.charAt(at));
            at++;
        }
    }

    private void behindSpaces() {
        switch (code()) {
            case EscapeCodes.LAST_SPACE -> key.append(' ');
            case EscapeCodes.SPACE_AND_EARLIER -> {
                key.append(' ');
                digits(SHORTEST);
            }
            case EscapeCodes.TWO_SPACES -> key.append("  ");
            default -> {
                at--;
                digits(SHORTEST);
            }
        }
    }

    private void behindTildes() {
        switch (code()) {
            case EscapeCodes.TWO_TILDES -> key.append("~~");
            case EscapeCodes.TILDE_AND_LATER -> {
                key.append('~');
                digits(OF_BASIC_PLANE);
            }
            case EscapeCodes.TILDE_AND_MUCH_LATER -> {
                key.append('~');
                digits(LONGEST);
            }
            case EscapeCodes.LATER -> digits(OF_BASIC_PLANE);
            case EscapeCodes.MUCH_LATER -> digits(LONGEST);
            default -> broken = true;
        }
    }

    private char code() {
        char code = at < path.length() ? path.charAt(at) : 0;
        at++;
        return code;
    }

    private void digits(int count) {
        int end = at + count;
        if (end > path.length()) {
            broken = true;
            return;
        }
        int c = 0;
        for (; at < end; at++) {
            int digit = Character.digit(path.charAt(at), RADIX);
            broken |= digit < 0;
            c = c * RADIX + digit;
        }
        if (broken || !Character.isValidCodePoint(c) || isHalf(c)) {
            broken = true;
        } else {
            key.appendCodePoint(c);
        }
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
