package io.pfsgateway.adapter.in.http.header;

import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.adapter.in.http.exchange.S3Request;
import io.pfsgateway.domain.file.HeaderName;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Headers that a reader asks for in place of those that are kept, by {@code response-content-type} and the like. As in S3 an
 * anonymous caller may not, and no value can break out of its header.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public record ResponseOverrides(Map<HeaderName, String> values) {
    private static final ResponseOverrides NONE = new ResponseOverrides(Map.of());

    public ResponseOverrides {
        values = Map.copyOf(values);
    }

    /** What a request asks for. */
    public static ResponseOverrides of(S3Request request, boolean identified) {
        if (request.query().parameters().isEmpty()) {
            return NONE;
        }
        Map<HeaderName, String> values = new EnumMap<>(HeaderName.class);
        for (HeaderName name : HeaderName.values()) {
            String parameter = "response-" + HeaderNames.wire(name).toLowerCase(Locale.ROOT);
            request.query().nonEmpty(parameter).ifPresent(value -> values.put(name, checked(parameter, value)));
        }
        if (!values.isEmpty() && !identified) {
            throw S3Error.of(
                            S3ErrorCode.INVALID_REQUEST,
                            "Request specific response headers cannot be used for anonymous GET requests.")
                    .refusal();
        }
        return new ResponseOverrides(values);
    }

    private static String checked(String parameter, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw S3Error.invalidArgument(parameter, value, "Header value cannot be represented.")
                    .refusal();
        }
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    Optional<String> of(HeaderName name) {
        return Optional.ofNullable(values.get(name));
    }
}
