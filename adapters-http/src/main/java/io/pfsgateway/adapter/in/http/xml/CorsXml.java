package io.pfsgateway.adapter.in.http.xml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket's CORS rules, as they are answered and as they are sent.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">PutBucketCors</a>
 */
public record CorsXml(CorsRules rules) implements XmlDocument {
    private static final String ROOT = "CORSConfiguration";

    private record PayloadXml(
            @JsonProperty("CORSRule") @JacksonXmlElementWrapper(useWrapping = false) @Nullable
            List<CorsRuleXml> rules) {}

    /** Reads a payload, which has one rule at least. */
    public static CorsRules parse(byte[] payload) {
        List<CorsRuleXml> rules =
                XmlPayload.parse(payload, ROOT, PayloadXml.class).rules();
        if (rules == null) {
            throw XmlPayload.refused();
        }
        return new CorsRules(rules.stream()
                .map(rule -> Optional.ofNullable(rule)
                        .orElseThrow(XmlPayload::refused)
                        .toRule())
                .toList());
    }

    @Override
    public void write(XmlWriter writer) throws IOException {
        writer.open(ROOT, NAMESPACE);
        for (CorsRule rule : rules.rules()) {
            write(writer, rule);
        }
        writer.close(ROOT);
    }

    private static void write(XmlWriter writer, CorsRule rule) throws IOException {
        writer.open("CORSRule");
        if (rule.id().isPresent()) {
            writer.element("ID", rule.id().get());
        }
        for (CorsPattern header : rule.headers()) {
            writer.element("AllowedHeader", header.text());
        }
        for (CorsMethod method : rule.methods()) {
            writer.element("AllowedMethod", method.name());
        }
        for (CorsPattern origin : rule.origins()) {
            writer.element("AllowedOrigin", origin.text());
        }
        for (String header : rule.exposedHeaders()) {
            writer.element("ExposeHeader", header);
        }
        if (rule.maxAgeSeconds().isPresent()) {
            writer.element("MaxAgeSeconds", rule.maxAgeSeconds().getAsInt());
        }
        writer.close("CORSRule");
    }
}
