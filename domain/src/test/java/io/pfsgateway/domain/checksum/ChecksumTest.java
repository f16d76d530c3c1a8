package io.pfsgateway.domain.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pfsgateway.domain.failure.RequestFailure;
import java.util.Locale;
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

        assertThat(ContentChecksum.of(algorithm, running.finish())).isEqualTo(new ContentChecksum(algorithm, expected));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByNameInAnyCase(ChecksumAlgorithm algorithm) {
        assertThat(ChecksumAlgorithm.ofName(algorithm.name())).contains(algorithm);
        assertThat(ChecksumAlgorithm.ofName(algorithm.name().toLowerCase(Locale.ROOT)))
                .contains(algorithm);
        assertThat(ContentChecksum.of(algorithm, algorithm.start().finish()).value())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NhCmhg", "NhCmhg=", "NhCmhh==", "NhCm", "NhCmhgAA", "!hCmhg==", " NhCmhg==", "\u4e16"})
    void takesOnlyTheCanonicalSpelling(String text) {
        assertThat(ContentChecksum.parse(ChecksumAlgorithm.CRC32, text)).isEmpty();
        assertThatThrownBy(() -> new ContentChecksum(ChecksumAlgorithm.CRC32, text))
                .isInstanceOf(RequestFailure.class);
    }

    @Test
    void readsAValueAsAClientSendsIt() {
        assertThat(ContentChecksum.parse(ChecksumAlgorithm.CRC32, "NhCmhg=="))
                .contains(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg=="));
    }
}
