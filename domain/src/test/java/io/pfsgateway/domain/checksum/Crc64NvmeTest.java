package io.pfsgateway.domain.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast reckoning agrees with the definition, however the bytes are cut. */
final class Crc64NvmeTest {
    private final Crc64Nvme crc = new Crc64Nvme();

    @Test
    void yieldsThePublishedCheckValue() {
        crc.update("123456789".getBytes(US_ASCII), 0, 9);

        assertThat(crc.getValue()).isEqualTo(0xAE8B14860A799888L);
    }

    @Test
    void agreesWithTheDefinitionForEveryLengthAndOffset() {
        byte[] bytes = new byte[100];
        new Random(64).nextBytes(bytes);
        for (int offset = 0; offset < 20; offset++) {
            for (int length = 0; offset + length <= bytes.length; length++) {
                crc.reset();
                crc.update(bytes, offset, length);
                assertThat(crc.getValue()).isEqualTo(bitByBit(bytes, offset, length));
            }
        }
    }

    @Test
    void agreesWithItselfHoweverTheBytesAreCut() {
        Random random = new Random(65);
        byte[] bytes = new byte[10_000];
        random.nextBytes(bytes);
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(random.nextInt(60), bytes.length - at);
            if (length == 1) {
                crc.update(bytes[at]);
            } else {
                crc.update(bytes, at, length);
            }
            at += length;
        }

        assertThat(crc.getValue()).isEqualTo(bitByBit(bytes, 0, bytes.length));
    }

    @Test
    void refusesARangeOutsideTheArray() {
        assertThatThrownBy(() -> crc.update(new byte[4], 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static long bitByBit(byte[] bytes, int offset, int length) {
        long register = -1;
        for (int at = offset; at < offset + length; at++) {
            register ^= bytes[at] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                register = (register >>> 1) ^ ((register & 1) * 0x9A6C9329AC4BC9B5L);
            }
        }
        return ~register;
    }
}
