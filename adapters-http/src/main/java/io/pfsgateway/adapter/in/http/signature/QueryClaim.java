package io.pfsgateway.adapter.in.http.signature;

import io.pfsgateway.domain.text.Decimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reads a claim from the query of a presigned URL and holds it against the clock. Source: "Authenticating Requests:
 * Using Query Parameters (AWS Signature Version 4)".
 */
final class QueryClaim {
    static final String SIGNATURE = "X-Amz-Signature";

    private static final SignatureProblem MALFORMED = SignatureProblem.MALFORMED_QUERY_AUTHORIZATION;
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final String CREDENTIAL = "X-Amz-Credential";
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    private QueryClaim() {}

    /** Whether a query holds anything of a Signature 4. */
    static boolean isIn(QueryString query) {
        return query.has(ALGORITHM) || query.has(CREDENTIAL) || query.has(SIGNATURE);
    }

    static SignatureClaim read(QueryString query, Clock clock) throws Refusal {
        if (!only(query, ALGORITHM).equals(HeaderClaim.ALGORITHM)) {
            throw new Refusal(
                    SignatureProblem.UNSUPPORTED, "X-Amz-Algorithm only supports \"" + HeaderClaim.ALGORITHM + "\"");
        }
        Instant time = Timestamps.parseBasic(only(query, "X-Amz-Date"))
                .orElseThrow(() -> new Refusal(
                        MALFORMED, "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""));
        SignatureClaim claim = new SignatureClaim(
                SignatureForm.QUERY,
                SignatureClaim.Credential.parse(only(query, CREDENTIAL), MALFORMED),
                SignatureClaim.parseSignedHeaders(only(query, "X-Amz-SignedHeaders"), MALFORMED),
                only(query, SIGNATURE),
                time);
        if (!claim.scopeHoldsTime()) {
            throw new Refusal(MALFORMED, "Invalid credential date: it is not the day of X-Amz-Date.");
        }
        checkTime(claim, expires(only(query, "X-Amz-Expires")), clock.instant());
        return claim;
    }

    /** A parameter that came twice could mean one thing here and another to whoever reads it next. */
    private static String only(QueryString query, String name) throws Refusal {
        List<String> values = query.values(name);
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw new Refusal(
                    MALFORMED,
                    "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
                            + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }
        return values.get(0);
    }

    private static Duration expires(String text) throws Refusal {
        // Seven digits hold the longest time allowed, and can never overflow.
        if (!Decimal.matches(text, 7)) {
            throw new Refusal(MALFORMED, "X-Amz-Expires should be a number of seconds");
        }
        long seconds = Long.parseLong(text);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new Refusal(
                    MALFORMED, "X-Amz-Expires must be at least 1 and less than a week (in seconds); that is, 604800");
        }
        return Duration.ofSeconds(seconds);
    }

    private static void checkTime(SignatureClaim claim, Duration expires, Instant now) throws Refusal {
        if (claim.time().isAfter(now.plus(HeaderClaim.TOLERANCE))) {
            throw new Refusal(SignatureProblem.NOT_YET_VALID, "Request is not valid yet");
        }
        Instant end = claim.time().plus(expires);
        if (now.isAfter(end)) {
            throw new Refusal(
                    SignatureProblem.EXPIRED,
                    "Request has expired",
                    Map.of(
                            "X-Amz-Expires",
                            String.valueOf(expires.toSeconds()),
                            "Expires",
                            end.toString(),
                            "ServerTime",
                            now.toString()));
        }
    }
}
