package io.pfsgateway.adapter.in.http.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.error.S3Refusal;
import io.pfsgateway.adapter.in.http.form.PostPolicy.FieldCondition;
import io.pfsgateway.adapter.in.http.form.PostPolicy.LengthRange;
import io.pfsgateway.domain.text.Decimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON of a policy. Whatever it should not hold is refused with InvalidPolicyDocument: it may have been meant as a limit. */
final class PolicyJson {
    private static final String LENGTH = "content-length-range";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyJson() {}

    static JsonNode parse(String base64) {
        JsonNode document;
        try {
            byte[] json = Base64.getMimeDecoder().decode(base64);
            document = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonProcessingException malformed) {
            throw invalid("Invalid JSON.");
        }
        if (!document.isObject()) {
            throw invalid("Invalid JSON.");
        }
        document.fieldNames().forEachRemaining(name -> {
            if (!name.equals("expiration") && !name.equals("conditions")) {
                throw invalid("Unexpected: '" + name + "'");
            }
        });
        return document;
    }

    static Instant expiration(JsonNode document) {
        JsonNode expiration = document.path("expiration");
        if (!expiration.isTextual()) {
            throw invalid("Policy missing expiration.");
        }
        try {
            return OffsetDateTime.parse(expiration.textValue()).toInstant();
        } catch (DateTimeException malformed) {
            throw invalid("Invalid 'expiration' value: '" + expiration.textValue() + "'");
        }
    }

    static List<FieldCondition> conditions(JsonNode document) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (JsonNode each : list(document)) {
            if (each.isObject()) {
                conditions.add(exact(each));
            } else if (!isLength(each)) {
                conditions.add(operation(each));
            }
        }
        return conditions;
    }

    static LengthRange length(JsonNode document) {
        LengthRange range = LengthRange.ANY;
        for (JsonNode each : list(document)) {
            if (isLength(each)) {
                LengthRange next = range(each);
                range = new LengthRange(Math.max(range.least(), next.least()), Math.min(range.most(), next.most()));
            }
        }
        return range;
    }

    private static JsonNode list(JsonNode document) {
        JsonNode conditions = document.path("conditions");
        if (!conditions.isArray()) {
            throw invalid("Policy missing conditions.");
        }
        return conditions;
    }

    private static boolean isLength(JsonNode condition) {
        return condition.isArray() && condition.path(0).asText().equalsIgnoreCase(LENGTH);
    }

    private static FieldCondition exact(JsonNode condition) {
        if (condition.size() != 1) {
            throw invalid("Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
        }
        Map.Entry<String, JsonNode> property = condition.properties().iterator().next();
        if (!property.getValue().isTextual()) {
            throw invalid("Invalid Simple-Condition: value must be a string.");
        }
        return new FieldCondition(
                property.getKey().toLowerCase(Locale.ROOT),
                false,
                property.getValue().textValue());
    }

    private static FieldCondition operation(JsonNode condition) {
        boolean wellFormed = condition.isArray()
                && condition.size() == 3
                && condition.path(0).isTextual()
                && condition.path(1).asText().startsWith("$")
                && condition.path(2).isTextual();
        if (!wellFormed) {
            throw invalid("Invalid Condition: expected [operation, $field, value].");
        }
        String operation = condition.path(0).textValue().toLowerCase(Locale.ROOT);
        if (!operation.equals("eq") && !operation.equals("starts-with")) {
            throw invalid("Invalid Condition: unknown operation '" + operation + "'.");
        }
        return new FieldCondition(
                condition.path(1).textValue().substring(1).toLowerCase(Locale.ROOT),
                operation.equals("starts-with"),
                condition.path(2).textValue());
    }

    private static LengthRange range(JsonNode condition) {
        if (condition.size() != 3) {
            throw invalid("Invalid content-length-range: wrong number of arguments.");
        }
        return new LengthRange(number(condition.path(1)), number(condition.path(2)));
    }

    private static long number(JsonNode node) {
        String text = node.asText();
        if (!Decimal.matches(text, Decimal.MOST_DIGITS)) {
            throw invalid("Invalid content-length-range: '" + text + "' is not a length.");
        }
        return Long.parseLong(text);
    }

    private static S3Refusal invalid(String why) {
        return S3Error.of(S3ErrorCode.INVALID_POLICY_DOCUMENT, "Invalid Policy: " + why)
                .refusal();
    }
}
