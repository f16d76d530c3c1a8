package io.pfsgateway.adapter.in.http.signature;

import java.util.Optional;

/**
 * What a signature is good for: one day, one region, the service s3. Any region will do, since this gateway has none
 * of its own.
 *
 * @param day the day in UTC, eight digits
 * @param region the region's name, not empty
 */
public record CredentialScope(String day, String region) {
    static final String SERVICE = "s3";
    static final String TERMINATOR = "aws4_request";

    private static final int DAY_DIGITS = 8;

    public CredentialScope {
        if (!isDay(day) || region.isEmpty() || region.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a scope");
        }
    }

    /** Reads day and region; empty where either cannot be one. */
    static Optional<CredentialScope> of(String day, String region) {
        return isDay(day) && !region.isEmpty() && region.indexOf('/') < 0
                ? Optional.of(new CredentialScope(day, region))
                : Optional.empty();
    }

    private static boolean isDay(String text) {
        if (text.length() != DAY_DIGITS) {
            return false;
        }
        for (int at = 0; at < DAY_DIGITS; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The scope as it is signed, for example {@code 20130524/us-east-1/s3/aws4_request}. */
    @Override
    public String toString() {
        return day + '/' + region + '/' + SERVICE + '/' + TERMINATOR;
    }
}
