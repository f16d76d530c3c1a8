package io.pfsgateway.adapter.in.http.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the maker of a form has signed: until when it may be used, what its fields must be, and how long its file. Every field must be
 * spoken of by a condition, but for those that sign, checksums, and those that begin with
 * {@code x-ignore-}; so must the bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST policy</a>
 */
public record PostPolicy(Instant expiration, List<FieldCondition> conditions, LengthRange length) {
    private static final Set<String> EXEMPT =
            Set.of("awsaccesskeyid", "file", "policy", "signature", "x-amz-signature");
    private static final String IGNORED = "x-ignore-";
    /** Whoever adds one of these can but have a file refused that is not what they say. */
    private static final String CHECKSUM = "x-amz-checksum-";

    private static final String BUCKET = "bucket";

    public PostPolicy {
        conditions = List.copyOf(conditions);
    }

    /** Reads a policy as the form carries it, in base64. */
    public static PostPolicy parse(String base64) {
        JsonNode document = PolicyJson.parse(base64);
        return new PostPolicy(
                PolicyJson.expiration(document), PolicyJson.conditions(document), PolicyJson.length(document));
    }

    /** Refuses a form that is too late, breaks a condition, or has a field that none speaks of. */
    public void check(FormFields fields, String bucket, Instant now) {
        if (!now.isBefore(expiration)) {
            throw denied("Policy expired.");
        }
        for (FieldCondition condition : conditions) {
            String value = condition.field().equals(BUCKET)
                    ? bucket
                    : fields.text(condition.field()).orElse("");
            if (!condition.holds(value)) {
                throw denied("Policy Condition failed: " + condition);
            }
        }
        checkCovered(fields);
    }

    private void checkCovered(FormFields fields) {
        Set<String> spokenOf = conditions.stream().map(FieldCondition::field).collect(Collectors.toSet());
        String extra = fields.latin1().keySet().stream()
                .filter(name -> !isExempt(name) && !spokenOf.contains(name))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!extra.isEmpty() || !spokenOf.contains(BUCKET)) {
            throw denied("Extra input fields: " + (extra.isEmpty() ? BUCKET : extra));
        }
    }

    private static boolean isExempt(String name) {
        return EXEMPT.contains(name) || name.startsWith(IGNORED) || name.startsWith(CHECKSUM);
    }

    private static S3Refusal denied(String why) {
        return S3Error.of(S3ErrorCode.ACCESS_DENIED, "Invalid according to Policy: " + why)
                .refusal();
    }

    /**
     * What a field must be.
     *
     * @param field its name in lower case
     */
    public record FieldCondition(String field, boolean startsWith, String value) {
        boolean holds(String actual) {
            if (!startsWith) {
                return actual.equals(value);
            }
            return field.equals("content-type")
                    ? List.of(actual.split(",", -1)).stream()
                            .allMatch(each -> each.strip().startsWith(value))
                    : actual.startsWith(value);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "[\"%s\", \"$%s\", \"%s\"]", startsWith ? "starts-with" : "eq", field, value);
        }
    }

    /** How long the file may be, both ends included. */
    public record LengthRange(long least, long most) {
        /** Any length. */
        public static final LengthRange ANY = new LengthRange(0, Long.MAX_VALUE);
    }
}
