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
        return !part.isEmpty() && part.length() <= MAX_LENGTH && part.chars().allMatch(NameRule::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
