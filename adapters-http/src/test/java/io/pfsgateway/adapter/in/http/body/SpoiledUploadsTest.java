package io.pfsgateway.adapter.in.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bit is wrong and wherever a body ends, it never passes for another body than the one that was signed. */
final class SpoiledUploadsTest {
    private static final String CONTENT = "The quick brown fox jumps over the lazy dog";
    private static final String CRC32C = "x-amz-checksum-crc32c:ImIEBA==";

    private final byte[] signed = Uploads.bytes(Uploads.signedByHand(CONTENT, 16, CRC32C));

    @Test
    void decodesTheUnspoiledBody() throws IOException {
        assertThat(Uploads.openSigned(Pacing.ODD, signed).readAllBytes()).isEqualTo(Uploads.bytes(CONTENT));
    }

    @Test
    void refusesEveryFlippedBitThatMatters() throws IOException {
        for (int bit = 0; bit < signed.length * 8; bit++) {
            byte[] spoiled = signed.clone();
            spoiled[bit / 8] ^= (byte) (1 << bit % 8);
            if (!refuses(spoiled)) {
                assertThat(withoutCaseAndBlanks(spoiled)).isEqualTo(withoutCaseAndBlanks(signed));
            }
        }
    }

    /** The case of a size's digits or a trailer's names, and blanks behind the trailer's lines, change no meaning. */
    private static String withoutCaseAndBlanks(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\x00-\\x20]", "");
    }

    @Test
    void refusesEveryBodyThatEndsTooSoon() throws IOException {
        int trailerEnd = signed.length - "\r\n\r\n".length();
        for (int length = 0; length < trailerEnd; length++) {
            byte[] cut = Arrays.copyOf(signed, length);
            assertThat(refuses(cut)).as("cut to %d", length).isTrue();
        }
    }

    @Test
    void neverFailsOtherwiseForGarbage() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] spoiled = signed.clone();
            for (int wrong = 0; wrong <= round % 7; wrong++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            refuses(spoiled);
        }
    }

    @Test
    void refusesUnsignedBodiesThatEndTooSoon() throws IOException {
        String body = "10\r\n0123456789abcdef\r\n3\r\nxyz\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n";
        for (int length = 0; length < body.length(); length++) {
            PayloadStream stream = Uploads.open(
                    Pacing.ODD,
                    body.substring(0, length),
                    Uploads.UNSIGNED_TRAILER,
                    Map.of("x-amz-trailer", "x-amz-checksum-crc32"));
            assertThat(catchThrowable(stream::finish)).as("cut to %d", length).isInstanceOf(BodyProblem.class);
        }
    }

    /** Whether it is refused; where it is not, it must say what was signed. */
    private static boolean refuses(byte[] body) throws IOException {
        PayloadStream stream = Uploads.openSigned(Pacing.ALL_AT_ONCE, body);
        byte[] read;
        try {
            read = stream.readAllBytes();
        } catch (BodyProblem refused) {
            return true;
        }
        assertThat(read).isEqualTo(Uploads.bytes(CONTENT));
        return false;
    }
}
