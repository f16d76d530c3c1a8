package io.pfsgateway.adapter.out.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Attributes as their column holds them: JSON in ASCII, whatever characters they have. */
final class AttributesColumn {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private AttributesColumn() {}

    /** A name that a client chose; not a name of JSON, which may not be any text. */
    private record PairJson(String name, String value) {}

    private record ChecksumJson(ChecksumAlgorithm algorithm, String value) {}

    private record AttributesJson(
            Map<HeaderName, String> headers,
            List<PairJson> userMetadata,
            List<PairJson> tags,
            List<ChecksumJson> checksums) {}

    static byte[] of(ObjectAttributes attributes) {
        AttributesJson json = new AttributesJson(
                attributes.headers(),
                pairs(attributes.userMetadata()),
                pairs(attributes.tags()),
                attributes.checksums().stream()
                        .map(checksum -> new ChecksumJson(checksum.algorithm(), checksum.value()))
                        .toList());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ObjectAttributes toAttributes(byte[] column) {
        try {
            AttributesJson json = JSON.readValue(column, AttributesJson.class);
            return new ObjectAttributes(
                    json.headers(),
                    toMap(json.userMetadata()),
                    toMap(json.tags()),
                    json.checksums().stream()
                            .map(each -> new ContentChecksum(each.algorithm(), each.value()))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<PairJson> pairs(SortedMap<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> new PairJson(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SortedMap<String, String> toMap(List<PairJson> pairs) {
        SortedMap<String, String> map = new TreeMap<>();
        pairs.forEach(pair -> map.put(pair.name(), pair.value()));
        return map;
    }
}
