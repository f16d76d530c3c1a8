package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values on their way into columns and back. */
final class ColumnsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u0000", "\"\\\n\u007f", "\u00e4\u2028", "\ud83d\ude00", "\ud83d", "\ude00x"})
    void attributesComeBackWhateverTheirText(String text) {
        ObjectAttributes attributes = new ObjectAttributes(
                Map.of(HeaderName.EXPIRES, text),
                new TreeMap<>(Map.of("name" + text, text)),
                new TreeMap<>(Map.of(text, text)),
                List.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")));

        assertThat(AttributesColumn.toAttributes(AttributesColumn.of(attributes)))
                .isEqualTo(attributes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-01-02T03:04:05.123456789Z",
                "2262-01-01T00:00:00Z",
                "1678-01-01T00:00:00.5Z"
            })
    void timesComeBackToTheNanosecond(Instant time) {
        assertThat(EpochNanos.toInstant(EpochNanos.of(time))).isEqualTo(time);
    }

    @Test
    void timesBeyondAllOthersKeepTheirOrder() {
        assertThat(EpochNanos.of(Instant.MIN)).isLessThan(EpochNanos.of(Instant.EPOCH));
        assertThat(EpochNanos.of(Instant.MAX)).isGreaterThan(EpochNanos.of(Instant.parse("2261-12-31T00:00:00Z")));
    }

    @Test
    void aRowThatIsNoneOfTheGatewaysIsCorrupt() {
        Upload upload = Uploads.of("key");
        DATABASE.uploads().registry().begin(upload);
        DATABASE.database()
                .inTransaction(handle -> handle.createUpdate("UPDATE uploads SET attributes = :bytes")
                        .bind("bytes", "{\"headers\":".getBytes(StandardCharsets.UTF_8))
                        .execute());

        FileSystemFailure failure = catchThrowableOfType(
                FileSystemFailure.class, () -> DATABASE.uploads().registry().find(upload.id()));
        assertThat(failure.kind()).isEqualTo(FailureKind.DATA_CORRUPT);
    }
}
