package io.pfsgateway.domain.access;

import io.pfsgateway.domain.failure.RequestFailure;

/**
 * What a user shows to a file system that knows its users itself, as pachd does: it names them and proves it at once. 1 to 1,024
 * printable ASCII characters, which are never printed.
 */
public record FileSystemToken(String value) {
    private static final int MAX_LENGTH = 1024;

    public FileSystemToken {
        if (!isToken(value)) {
            throw RequestFailure.invalidArgument("token", "", "A token is 1 to 1,024 printable ASCII characters.");
        }
    }

    /** Whether a text has the form of a token. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return "***";
    }
}
