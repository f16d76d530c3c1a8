package io.pfsgateway.adapter.out.pfs.grpc;

/** Writes the characters of a key one after the other, as {@link EscapedSpelling} has them. */
final class EscapeWriter {
    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';

    private final String key;
    private final StringBuilder path;
    private int at;

    EscapeWriter(String key) {
        this.key = key;
        this.path = new StringBuilder(key.length());
    }

    /** Writes what is before a slash, or before the end. */
    void upTo(int end) {
        while (at < end) {
            int c = key.codePointAt(at);
            at += Character.charCount(c);
            if (c < FIRST_PRINTABLE) {
                path.append("  %02x".formatted(c));
            } else if (c == FIRST_PRINTABLE) {
                space();
            } else if (c == LAST_PRINTABLE) {
                tilde();
            } else if (c > LAST_PRINTABLE) {
                later(c, EscapeCodes.LATER, EscapeCodes.MUCH_LATER);
            } else {
                EscapeCodes.append(path, (char) c);
            }
        }
    }

    private void space() {
        if (at == key.length()) {
            path.append("  ").append(EscapeCodes.LAST_SPACE);
        } else if (key.charAt(at) < FIRST_PRINTABLE) {
            path.append("  ").append(EscapeCodes.SPACE_AND_EARLIER).append("%02x".formatted((int) key.charAt(at)));
            at++;
        } else if (key.charAt(at) == FIRST_PRINTABLE) {
            path.append("  ").append(EscapeCodes.TWO_SPACES);
            at++;
        } else {
            path.append(' ');
        }
    }

    private void tilde() {
        int next = at == key.length() ? 0 : key.codePointAt(at);
        if (next < LAST_PRINTABLE) {
            path.append('~');
            return;
        }
        at += Character.charCount(next);
        if (next == LAST_PRINTABLE) {
            path.append("~~").append(EscapeCodes.TWO_TILDES);
        } else {
            later(next, EscapeCodes.TILDE_AND_LATER, EscapeCodes.TILDE_AND_MUCH_LATER);
        }
    }

    private void later(int c, char code, char codeBeyondBasicPlane) {
        path.append("~~");
        if (Character.isBmpCodePoint(c)) {
            path.append(code).append("%04x".formatted(c));
        } else {
            path.append(codeBeyondBasicPlane).append("%06x".formatted(c));
        }
    }

    /** Writes the slash between two names. */
    void slash(boolean behindNoName) {
        path.append(behindNoName ? EscapeCodes.SLASH_BEHIND_NO_NAME : "/");
        at++;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
