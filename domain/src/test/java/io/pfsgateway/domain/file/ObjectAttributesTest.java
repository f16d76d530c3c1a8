package io.pfsgateway.domain.file;

import static io.pfsgateway.domain.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ObjectAttributesTest {
    private static ObjectAttributes metadata(SortedMap<String, String> metadata) {
        return new ObjectAttributes(Map.of(), metadata, new TreeMap<>(), List.of());
    }

    @Test
    void holdAtMost2048BytesOfMetadata() {
        SortedMap<String, String> full = new TreeMap<>(Map.of("a", "x".repeat(1023), "b", "é".repeat(511) + "x"));
        assertThat(metadata(full).userMetadata()).isEqualTo(full);
        full.put("c", "");
        assertRefused(FailureKind.METADATA_TOO_LARGE, () -> metadata(full));
    }

    @Test
    void doNotChangeWithWhatTheyWereMadeOf() {
        SortedMap<String, String> given = new TreeMap<>(Map.of("a", "1"));
        ObjectAttributes attributes = metadata(given);
        given.put("b", "2");
        assertThat(attributes.userMetadata()).containsOnlyKeys("a");
    }

    @Test
    void replaceTagsAndChecksumsAloneWhenAsked() {
        ObjectAttributes attributes = new ObjectAttributes(
                Map.of(HeaderName.CONTENT_TYPE, "text/plain"),
                new TreeMap<>(Map.of("a", "1")),
                new TreeMap<>(Map.of("t", "1")),
                List.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")));
        ObjectAttributes changed = attributes.withTags(new TreeMap<>()).withChecksums(List.of());
        assertThat(changed.header(HeaderName.CONTENT_TYPE)).contains("text/plain");
        assertThat(changed.header(HeaderName.EXPIRES)).isEmpty();
        assertThat(changed.userMetadata()).isEqualTo(attributes.userMetadata());
        assertThat(changed.tags()).isEmpty();
        assertThat(changed.checksums()).isEmpty();
    }
}
