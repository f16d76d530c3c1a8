package io.pfsgateway.domain.file;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.RequestFailure;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept with an object beside its bytes, as part of the same version: headers, the user's metadata (names in lower
 * case without their prefix), tags, and the checksums that were verified when the bytes came.
 */
public record ObjectAttributes(
        Map<HeaderName, String> headers,
        SortedMap<String, String> userMetadata,
        SortedMap<String, String> tags,
        List<ContentChecksum> checksums) {
    /** Nothing but the bytes. */
    public static final ObjectAttributes NONE =
            new ObjectAttributes(Map.of(), new TreeMap<>(), new TreeMap<>(), List.of());

    /** The most that names and values of the user's metadata may have together, in bytes of UTF-8. */
    public static final int MAX_USER_METADATA_BYTES = 2048;

    public ObjectAttributes {
        headers = Map.copyOf(headers);
        userMetadata = Collections.unmodifiableSortedMap(new TreeMap<>(userMetadata));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        checksums = List.copyOf(checksums);
        int metadataBytes = sizeBytes(userMetadata);
        if (metadataBytes > MAX_USER_METADATA_BYTES) {
            throw RequestFailure.metadataTooLarge(metadataBytes, MAX_USER_METADATA_BYTES);
        }
    }

    private static int sizeBytes(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .mapToInt(entry -> utf8Length(entry.getKey()) + utf8Length(entry.getValue()))
                .sum();
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A kept header. */
    public Optional<String> header(HeaderName name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same attributes with the checksums of other bytes. */
    public ObjectAttributes withChecksums(List<ContentChecksum> others) {
        return new ObjectAttributes(headers, userMetadata, tags, others);
    }

    /** The same attributes with other tags. */
    public ObjectAttributes withTags(SortedMap<String, String> others) {
        return new ObjectAttributes(headers, userMetadata, others, checksums);
    }
}
