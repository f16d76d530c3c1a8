package io.pfsgateway.adapter.in.http.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, spellings and names of the five checksums. */
final class ChecksumTest {

    /** Check values of the catalogue of CRCs and of FIPS 180, over "123456789" and "hello". */
    @ParameterizedTest
    @CsvSource({
        "CRC32, 123456789, y/Q5Jg==",
        "CRC32C, 123456789, 4waSgw==",
        "CRC64NVME, 123456789, rosUhgp5mIg=",
        "CRC32, hello, NhCmhg==",
        "CRC32C, hello, mnG7TA==",
        "CRC64NVME, hello, M3eFcAZSQlc=",
        "SHA1, hello, qvTGHdzF6KLavt4PO0gs2a6pQ00=",
        "SHA256, hello, LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
    })
    void computesThePublishedValues(ChecksumAlgorithm algorithm, String text, String expected) {
        RunningChecksum running = algorithm.start();
        byte[] bytes = text.getBytes(US_ASCII);
        running.update(bytes, 0, 2);
        running.update(bytes, 2, bytes.length - 2);

        assertThat(Checksum.of(algorithm, running.finish())).isEqualTo(new Checksum(algorithm, expected));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByNameAndHeaderInAnyCase(ChecksumAlgorithm algorithm) {
        assertThat(ChecksumAlgorithm.ofName(algorithm.name())).contains(algorithm);
        assertThat(ChecksumAlgorithm.ofHeader(algorithm.headerName())).contains(algorithm);
        assertThat(ChecksumAlgorithm.ofHeader("X-Amz-Checksum-" + algorithm.name()))
                .contains(algorithm);
        assertThat(Checksum.of(algorithm, algorithm.start().finish()).base64()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NhCmhg", "NhCmhg=", "NhCmhh==", "NhCm", "NhCmhgAA", "!hCmhg==", " NhCmhg==", "\u4e16"})
    void takesOnlyTheCanonicalSpelling(String text) {
        assertThat(Checksum.parse(ChecksumAlgorithm.CRC32, text)).isEmpty();
        assertThatThrownBy(() -> new Checksum(ChecksumAlgorithm.CRC32, text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAValueAsAClientSendsIt() {
        assertThat(Checksum.parse(ChecksumAlgorithm.CRC32, "NhCmhg=="))
                .contains(new Checksum(ChecksumAlgorithm.CRC32, "NhCmhg=="));
    }
}
