package io.pfsgateway.adapter.in.http.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of the five headers. */
final class ChecksumHeaderTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameInAnyCase(ChecksumAlgorithm algorithm) {
        assertThat(ChecksumHeader.algorithm(ChecksumHeader.name(algorithm))).contains(algorithm);
        assertThat(ChecksumHeader.algorithm("X-Amz-Checksum-" + algorithm.name()))
                .contains(algorithm);
    }

    @Test
    void isSpelledInLowerCase() {
        assertThat(ChecksumHeader.name(ChecksumAlgorithm.CRC64NVME)).isEqualTo("x-amz-checksum-crc64nvme");
        assertThat(ChecksumHeader.algorithm("x-amz-checksum-md5")).isEmpty();
    }
}
