package io.pfsgateway.adapter.in.http.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a claim from the {@code Authorization} header and holds it against the clock. Source: "Authenticating
 * Requests: Using the Authorization Header (AWS Signature Version 4)".
 */
final class HeaderClaim {
    static final String HEADER = "authorization";
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final SignatureProblem MALFORMED = SignatureProblem.MALFORMED_AUTHORIZATION;

    private HeaderClaim() {}

    static SignatureClaim read(RequestHeaders headers, Clock clock) throws Refusal {
        Map<String, String> fields = fields(onlyValue(headers.all(HEADER)));
        SignatureClaim claim = new SignatureClaim(
                SignatureForm.HEADER,
                SignatureClaim.Credential.parse(field(fields, "Credential"), MALFORMED),
                SignatureClaim.parseSignedHeaders(field(fields, "SignedHeaders"), MALFORMED),
                field(fields, "Signature"),
                time(headers));
        checkTime(claim, clock.instant());
        return claim;
    }

    private static String onlyValue(List<String> values) throws Refusal {
        if (values.size() != 1) {
            throw new Refusal(MALFORMED, "the Authorization header came more than once.");
        }
        return values.get(0).strip();
    }

    private static Map<String, String> fields(String value) throws Refusal {
        int space = value.indexOf(' ');
        String algorithm = space < 0 ? value : value.substring(0, space);
        if (!algorithm.equals(ALGORITHM)) {
            throw unsupported();
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : value.substring(algorithm.length()).split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals < 0) {
                throw new Refusal(MALFORMED, "the authorization header is malformed; each field needs a '='.");
            }
            fields.put(
                    field.substring(0, equals).strip(),
                    field.substring(equals + 1).strip());
        }
        return fields;
    }

    /** A scheme that is not spoken here. */
    static Refusal unsupported() {
        return new Refusal(
                SignatureProblem.UNSUPPORTED,
                "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    private static String field(Map<String, String> fields, String name) throws Refusal {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new Refusal(MALFORMED, "the authorization header requires a non-empty " + name + ".");
        }
        return value;
    }

    private static Instant time(RequestHeaders headers) throws Refusal {
        Optional<String> amzDate = headers.first("x-amz-date").map(String::strip);
        Optional<Instant> time = amzDate.isPresent()
                ? Timestamps.parseBasic(amzDate.get())
                : headers.first("date").map(String::strip).flatMap(HeaderClaim::parseDate);
        return time.orElseThrow(() -> new Refusal(
                SignatureProblem.MISSING_DATE, "AWS authentication requires a valid Date or x-amz-date header"));
    }

    private static Optional<Instant> parseDate(String date) {
        return Timestamps.parseHttpDate(date).or(() -> Timestamps.parseBasic(date));
    }

    private static void checkTime(SignatureClaim claim, Instant now) throws Refusal {
        checkSkew(claim.timestamp(), claim.time(), now);
        if (!claim.scopeHoldsTime()) {
            throw new Refusal(MALFORMED, "Invalid credential date: it is not the day of x-amz-date.");
        }
    }

    /** Refuses a time that is too far from ours; the text is what the client called it. */
    static void checkSkew(String text, Instant time, Instant now) throws Refusal {
        if (Duration.between(time, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Refusal(
                    SignatureProblem.TIME_SKEWED,
                    "The difference between the request time and the current time is too large.",
                    Map.of(
                            "RequestTime",
                            text,
                            "ServerTime",
                            now.toString(),
                            "MaxAllowedSkewMilliseconds",
                            String.valueOf(TOLERANCE.toMillis())));
        }
    }
}
