package io.pfsgateway.adapter.in.http.signature;

import io.pfsgateway.domain.text.Decimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client says of its own signature by version 2, in the header or in the query, held against the clock. Source:
 * "Signing and Authenticating REST Requests".
 *
 * @param dateLine what stands in the text to be signed where the date does: the {@code Date} header unless {@code x-amz-date} came,
 *     or the end of a signed URL
 */
record Version2Claim(SignatureForm form, String accessKey, String signature, String dateLine) {
    private static final String PREFIX = "AWS ";
    private static final String ACCESS_KEY = "AWSAccessKeyId";
    private static final String SIGNATURE = "Signature";
    private static final String EXPIRES = "Expires";
    private static final String AMZ_DATE = "x-amz-date";

    static boolean isIn(String authorization) {
        return authorization.startsWith(PREFIX);
    }

    static boolean isIn(QueryString query) {
        return query.has(ACCESS_KEY) || query.has(SIGNATURE);
    }

    static Version2Claim ofHeader(RequestHeaders headers, Clock clock) throws Refusal {
        List<String> values = headers.all(HeaderClaim.HEADER);
        String value = values.get(0).strip();
        int colon = value.lastIndexOf(':');
        if (values.size() != 1 || colon <= PREFIX.length() || colon == value.length() - 1) {
            throw new Refusal(
                    SignatureProblem.MALFORMED_VERSION_2,
                    "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature");
        }
        checkTime(headers, clock.instant());
        return new Version2Claim(
                SignatureForm.HEADER,
                value.substring(PREFIX.length(), colon).strip(),
                value.substring(colon + 1),
                dateLine(headers));
    }

    private static String dateLine(RequestHeaders headers) {
        return headers.all(AMZ_DATE).isEmpty()
                ? headers.first("date").map(String::strip).orElse("")
                : "";
    }

    private static void checkTime(RequestHeaders headers, Instant now) throws Refusal {
        Optional<String> text = headers.first(AMZ_DATE).or(() -> headers.first("date"));
        Instant time = text.map(String::strip)
                .flatMap(date -> Timestamps.parseLenientHttpDate(date).or(() -> Timestamps.parseBasic(date)))
                .filter(date -> !date.isBefore(Instant.EPOCH))
                .orElseThrow(() -> new Refusal(
                        SignatureProblem.MISSING_DATE,
                        "AWS authentication requires a valid Date or x-amz-date header"));
        HeaderClaim.checkSkew(text.orElse(""), time, now);
    }

    static Version2Claim ofQuery(QueryString query, Clock clock) throws Refusal {
        String expires = only(query, EXPIRES);
        checkEnd(expires, clock.instant());
        return new Version2Claim(SignatureForm.QUERY, only(query, ACCESS_KEY), only(query, SIGNATURE), expires);
    }

    private static String only(QueryString query, String name) throws Refusal {
        // Names are as S3 writes them: version 2 does not sign these, so their case could be altered on the way.
        List<String> values = query.valuesOfExactly(name);
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw new Refusal(
                    SignatureProblem.MALFORMED_VERSION_2_QUERY,
                    "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters");
        }
        return values.get(0);
    }

    private static void checkEnd(String expires, Instant now) throws Refusal {
        // Eleven digits of seconds go on for three thousand years, and can never overflow.
        if (!Decimal.matches(expires, 11)) {
            throw new Refusal(
                    SignatureProblem.MALFORMED_VERSION_2_QUERY,
                    "Invalid date (should be seconds since epoch): " + expires);
        }
        Instant end = Instant.EPOCH.plus(Duration.ofSeconds(Long.parseLong(expires)));
        if (now.isAfter(end)) {
            throw new Refusal(
                    SignatureProblem.EXPIRED,
                    "Request has expired",
                    Map.of(EXPIRES, end.toString(), "ServerTime", now.toString()));
        }
    }

    /** Without the access key and the signature. */
    @Override
    public String toString() {
        return "Version2Claim[form=" + form + "]";
    }
}
