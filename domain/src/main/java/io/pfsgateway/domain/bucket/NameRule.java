package io.pfsgateway.domain.bucket;

import io.pfsgateway.domain.failure.BucketFailure;

/** The one rule for parts of a bucket's name: letters, digits, {@code _} and {@code -}, as the file system has it. */
final class NameRule {
    private static final int MAX_LENGTH = 255;

    private NameRule() {}

    static String checked(String part) {
        if (!allows(part)) {
            throw BucketFailure.invalidName(part);
        }
        return part;
    }

    static boolean allows(String part) {
        if (part.isEmpty() || part.length() > MAX_LENGTH) {
            return false;
        }
        for (int at = 0; at < part.length(); at++) {
            if (!isNameCharacter(part.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
