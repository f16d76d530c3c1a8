package io.pfsgateway.adapter.out.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pfsgateway.domain.cors.CorsMethod;
import io.pfsgateway.domain.cors.CorsPattern;
import io.pfsgateway.domain.cors.CorsRule;
import io.pfsgateway.domain.cors.CorsRules;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.tag.Tags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is set on a bucket as its columns hold it: JSON in ASCII, whatever characters it has; nothing where nothing is set. */
final class BucketConfigurationColumns {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private BucketConfigurationColumns() {}

    private record RuleJson(
            @Nullable String id,
            List<String> origins,
            List<CorsMethod> methods,
            List<String> headers,
            List<String> exposedHeaders,
            @Nullable Integer maxAgeSeconds) {
        static RuleJson of(CorsRule rule) {
            return new RuleJson(
                    rule.id().orElse(null),
                    rule.origins().stream().map(CorsPattern::text).toList(),
                    rule.methods(),
                    rule.headers().stream().map(CorsPattern::text).toList(),
                    rule.exposedHeaders(),
                    rule.maxAgeSeconds().isPresent() ? rule.maxAgeSeconds().getAsInt() : null);
        }

        CorsRule toRule() {
            return new CorsRule(
                    Optional.ofNullable(id),
                    origins.stream().map(CorsPattern::new).toList(),
                    methods,
                    headers.stream().map(CorsPattern::new).toList(),
                    exposedHeaders,
                    maxAgeSeconds == null ? OptionalInt.empty() : OptionalInt.of(maxAgeSeconds));
        }
    }

    static Optional<byte[]> of(Tags tags) {
        return tags.isEmpty() ? Optional.empty() : Optional.of(written(tags.values()));
    }

    static Optional<byte[]> of(CorsRules rules) {
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(written(rules.rules().stream().map(RuleJson::of).toList()));
    }

    static Tags toTags(Optional<byte[]> column) {
        return read(column, new TypeReference<SortedMap<String, String>>() {}, Tags::new)
                .orElse(Tags.NONE);
    }

    static CorsRules toCorsRules(Optional<byte[]> column) {
        return read(
                        column,
                        new TypeReference<List<RuleJson>>() {},
                        rules -> new CorsRules(
                                rules.stream().map(RuleJson::toRule).toList()))
                .orElse(CorsRules.NONE);
    }

    private static byte[] written(Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <J, T> Optional<T> read(Optional<byte[]> column, TypeReference<J> type, Function<J, T> value) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.apply(JSON.readValue(column.get(), type)));
        } catch (IOException | RequestFailure noDocumentOfOurs) {
            throw FileSystemFailure.corrupt(noDocumentOfOurs);
        }
    }
}
