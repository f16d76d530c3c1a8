package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import io.pfsgateway.adapter.in.http.error.S3Error;
import io.pfsgateway.adapter.in.http.error.S3ErrorCode;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One rule as it is sent. Its elements may come in any order, so that those of one name are gathered from several runs. */
final class CorsRuleXml {
    private static final String SECONDS = "[0-9]{1,9}";

    private final List<String> origins = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> exposedHeaders = new ArrayList<>();
    private @Nullable String id;
    private @Nullable String maxAgeSeconds;

    @JsonCreator
    CorsRuleXml() {}

    @JsonProperty("ID")
    void setId(String text) {
        id = text;
    }

    @JsonProperty("MaxAgeSeconds")
    void setMaxAgeSeconds(String text) {
        if (!text.strip().matches(SECONDS)) {
            throw XmlPayload.refused();
        }
        maxAgeSeconds = text.strip();
    }

    @JsonProperty("AllowedOrigin")
    @JacksonXmlElementWrapper(useWrapping = false)
    void setOrigins(List<String> more) {
        origins.addAll(more);
    }

    @JsonProperty("AllowedMethod")
    @JacksonXmlElementWrapper(useWrapping = false)
    void setMethods(List<String> more) {
        methods.addAll(more);
    }

    @JsonProperty("AllowedHeader")
    @JacksonXmlElementWrapper(useWrapping = false)
    void setHeaders(List<String> more) {
        headers.addAll(more);
    }

    @JsonProperty("ExposeHeader")
    @JacksonXmlElementWrapper(useWrapping = false)
    void setExposedHeaders(List<String> more) {
        exposedHeaders.addAll(more);
    }

    CorsRule toRule() {
        if (origins.isEmpty() || methods.isEmpty()) {
            throw XmlPayload.refused();
        }
        return new CorsRule(
                Optional.ofNullable(id),
                origins.stream().map(CorsPattern::new).toList(),
                methods.stream().map(CorsRuleXml::method).toList(),
                headers.stream().map(CorsPattern::new).toList(),
                exposedHeaders,
                maxAgeSeconds == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(maxAgeSeconds)));
    }

    private static CorsMethod method(String name) {
        return CorsMethod.of(name)
                .orElseThrow(() -> S3Error.of(
                                S3ErrorCode.INVALID_REQUEST,
                                "Found unsupported HTTP method in CORS config. Unsupported method is " + name)
                        .refusal());
    }
}
