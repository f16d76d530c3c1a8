package io.pfsgateway.adapter.out.pfs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.HeaderName;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.pfs.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesCodecTest {
    private static final ObjectAttributes SAMPLE = new ObjectAttributes(
            Map.of(HeaderName.CONTENT_TYPE, "text/plain", HeaderName.EXPIRES, "0"),
            new TreeMap<>(Map.of("a", "é")),
            new TreeMap<>(Map.of("t", "")),
            List.of(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg==")));

    /** What is on disks: format, two headers, one of metadata, one tag, one checksum. */
    private static final String SAMPLE_HEX = "01"
            + "02" + "01" + "0a" + "746578742f706c61696e" + "06" + "01" + "30"
            + "01" + "01" + "61" + "02" + "c3a9"
            + "01" + "01" + "74" + "00"
            + "01" + "01" + "08" + "4e68436d68673d3d";

    private static void assertCorrupt(String hex, String how) {
        assertThatThrownBy(() -> AttributesCodec.decode(Bytes.hex(hex)))
                .isInstanceOfSatisfying(
                        FileSystemFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DATA_CORRUPT))
                .hasRootCauseMessage("A file has attributes " + how);
    }

    @Test
    void writesTheBytesThatAreOnDisks() {
        assertThat(AttributesCodec.encode(SAMPLE).toHex()).isEqualTo(SAMPLE_HEX);
    }

    @Test
    void readsTheBytesThatAreOnDisks() {
        assertThat(AttributesCodec.decode(Bytes.hex(SAMPLE_HEX))).isEqualTo(SAMPLE);
    }

    @Test
    void writesNothingForNothing() {
        assertThat(AttributesCodec.encode(ObjectAttributes.NONE)).isEqualTo(Bytes.EMPTY);
        assertThat(AttributesCodec.decode(Bytes.EMPTY)).isEqualTo(ObjectAttributes.NONE);
    }

    @Test
    void numbersOfHeadersAndAlgorithmsStayAsTheyAre() {
        Map<HeaderName, String> headers = new EnumMap<>(HeaderName.class);
        for (HeaderName name : HeaderName.values()) {
            headers.put(name, name.name().substring(0, 1));
        }
        List<ContentChecksum> checksums = new ArrayList<>();
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            checksums.add(ContentChecksum.of(algorithm, new byte[algorithm.sizeBytes()]));
        }
        ObjectAttributes all = new ObjectAttributes(headers, new TreeMap<>(), new TreeMap<>(), checksums);
        assertThat(AttributesCodec.encode(all).toHex())
                .isEqualTo("01" + "06" + "010143" + "020143" + "030143" + "040143" + "050143" + "060145" + "0000" + "05"
                        + "01" + text("AAAAAA==")
                        + "02" + text("AAAAAA==")
                        + "03" + text("AAAAAAAAAAA=")
                        + "04" + text("A".repeat(27) + "=")
                        + "05" + text("A".repeat(43) + "="));
    }

    private static String text(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return "%02x".formatted(bytes.length) + HexFormat.of().formatHex(bytes);
    }

    @Test
    void readsWhatItWroteWhateverItIs() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            ObjectAttributes attributes = any(random);
            assertThat(AttributesCodec.decode(AttributesCodec.encode(attributes)))
                    .isEqualTo(attributes);
        }
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 2; length < SAMPLE_HEX.length(); length += 2) {
            assertCorrupt(SAMPLE_HEX.substring(0, length), "that end early");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02|of format 2; this version reads format 1",
                "ff01|of format 255; this version reads format 1",
                "010000000000|with 1 bytes too many",
                "01010700|with a header of the unknown number 7",
                "010000000106|with a checksum of the unknown number 6",
                "01ffffffffff01|with a number of too many bytes",
                "01ffffffff0f|with a negative number"
            })
    void saysWhatIsWrong(String hex, String how) {
        assertCorrupt(hex, how);
    }

    private static ObjectAttributes any(Random random) {
        Map<HeaderName, String> headers = new EnumMap<>(HeaderName.class);
        for (HeaderName name : HeaderName.values()) {
            if (random.nextBoolean()) {
                headers.put(name, anyText(random, 300));
            }
        }
        List<ContentChecksum> checksums = new ArrayList<>();
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (random.nextInt(3) == 0) {
                byte[] digest = new byte[algorithm.sizeBytes()];
                random.nextBytes(digest);
                checksums.add(ContentChecksum.of(algorithm, digest));
            }
        }
        return new ObjectAttributes(headers, anyTexts(random), anyTexts(random), checksums);
    }

    private static SortedMap<String, String> anyTexts(Random random) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            texts.put(anyText(random, 20), anyText(random, 40));
        }
        return texts;
    }

    private static String anyText(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest); left > 0; left--) {
            text.appendCodePoint(random.nextInt(20) == 0 ? 0x1f600 + random.nextInt(50) : 0x20 + random.nextInt(0x200));
        }
        return text.toString();
    }
}
