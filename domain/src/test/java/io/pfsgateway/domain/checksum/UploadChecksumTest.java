package io.pfsgateway.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The object's checksum by those of its parts. */
final class UploadChecksumTest {
    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
    void thatOfAllBytesFollowsFromThoseOfTheParts(ChecksumAlgorithm algorithm) {
        Random random = new Random(42);
        for (int round = 0; round < 50; round++) {
            byte[] whole = new byte[1 + random.nextInt(5000)];
            random.nextBytes(whole);
            List<PartChecksum> parts = new ArrayList<>();
            for (int at = 0; at < whole.length; ) {
                int length = Math.min(whole.length - at, random.nextInt(whole.length));
                parts.add(new PartChecksum(checksum(algorithm, whole, at, length), length));
                at += length;
            }
            ContentChecksum ofParts = new UploadChecksum(algorithm, ChecksumType.FULL_OBJECT).ofParts(parts);
            assertThat(ofParts).isEqualTo(checksum(algorithm, whole, 0, whole.length));
            assertThat(ofParts.type()).isEqualTo(ChecksumType.FULL_OBJECT);
        }
    }

    /** As S3 answers for three parts with these checksums. */
    @Test
    void aCompositeIsTakenOfThePartsOwn() {
        List<PartChecksum> parts = List.of(
                sha256("275VF5loJr1YYawit0XSHREhkFXYkkPKGuoK0x9VKxI="),
                sha256("mrHwOfjTL5Zwfj74F05HOQGLdUb7E5szdCbxgUSq6NM="),
                sha256("Vw7oB/nKQ5xWb3hNgbyfkvDiivl+U+/Dft48nfJfDow="));
        ContentChecksum ofParts =
                UploadChecksum.of(ChecksumAlgorithm.SHA256, Optional.empty()).ofParts(parts);
        assertThat(ofParts.value()).isEqualTo("uWBwpe1dxI4Vw8Gf0X9ynOdw/SS6VBzfWm9giiv1sf4=-3");
        assertThat(ofParts.type()).isEqualTo(ChecksumType.COMPOSITE);
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, COMPOSITE",
        "CRC32C, COMPOSITE",
        "CRC64NVME, FULL_OBJECT",
        "SHA1, COMPOSITE",
        "SHA256, COMPOSITE"
    })
    void eachAlgorithmHasATypeOfItsOwn(ChecksumAlgorithm algorithm, ChecksumType type) {
        assertThat(UploadChecksum.of(algorithm, Optional.empty()).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"CRC64NVME, COMPOSITE", "SHA1, FULL_OBJECT", "SHA256, FULL_OBJECT"})
    void refusesWhatPartsDoNotYield(ChecksumAlgorithm algorithm, ChecksumType type) {
        assertThatThrownBy(() -> new UploadChecksum(algorithm, type)).isInstanceOf(RequestFailure.class);
    }

    private static PartChecksum sha256(String value) {
        return new PartChecksum(new ContentChecksum(ChecksumAlgorithm.SHA256, value), 1);
    }

    private static ContentChecksum checksum(ChecksumAlgorithm algorithm, byte[] bytes, int offset, int length) {
        RunningChecksum running = algorithm.start();
        running.update(bytes, offset, length);
        return ContentChecksum.of(algorithm, running.finish());
    }
}
