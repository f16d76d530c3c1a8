package io.pfsgateway.adapter.in.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks and trailers, well formed and not. */
final class FramingTest {
    private static final Map<String, String> CRC32_TRAILER = Map.of("x-amz-trailer", "x-amz-checksum-crc32");

    @Nested
    final class Chunks {
        @ParameterizedTest
        @EnumSource
        void areJoinedWhateverTheirSizes(Pacing pacing) throws IOException {
            Random random = new Random(3);
            StringBuilder content = new StringBuilder();
            StringBuilder body = new StringBuilder();
            for (int chunk = 0; chunk < 60; chunk++) {
                String text = String.valueOf((char) ('a' + chunk % 26)).repeat(1 + random.nextInt(chunk * 300 + 1));
                content.append(text);
                body.append(Integer.toHexString(text.length()))
                        .append("\r\n")
                        .append(text)
                        .append("\r\n");
            }

            PayloadStream stream = Uploads.open(pacing, body + "0\r\n\r\n", Uploads.UNSIGNED_TRAILER, Map.of());

            assertThat(pacing.readAll(stream)).isEqualTo(Uploads.bytes(content.toString()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0\r\n\r\n", "0\r\n", "000\r\n\r\n", "0;x=y\r\n\r\n"})
        void mayBeNone(String body) throws IOException {
            assertThat(unsigned(body).readAllBytes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x\r\n",
                    "\r\n",
                    "-1\r\na\r\n",
                    "+1\r\na\r\n",
                    "1\na\r\n0\r\n\r\n",
                    "0x1\r\na\r\n",
                    ";\r\n",
                    "ffffffffffffffff\r\na",
                    "1\r\nab\r\n0\r\n\r\n",
                    "1\r\na0\r\n\r\n",
                    "1\r\na\n0\r\n\r\n",
                    "1\r\na\rx0\r\n\r\n",
                    "1\r\u000b\r\na\r\n0\r\n\r\n",
                })
        void withBrokenFramesAreMalformed(String body) throws IOException {
            assertThat(Uploads.kind(catchThrowable(() -> unsigned(body).finish())))
                    .isEqualTo(Kind.MALFORMED_CHUNK);
        }

        @Test
        void withAnEndlessSizeLineAreMalformed() throws IOException {
            PayloadStream stream = unsigned("1;" + "x".repeat(100_000));

            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(Kind.MALFORMED_CHUNK);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1", "1\r", "1\r\n", "2\r\na", "1\r\na", "1\r\na\r", "1\r\na\r\n", "1\r\na\r\n0\r"})
        void thatEndTooSoonAreIncomplete(String body) throws IOException {
            assertThat(Uploads.kind(catchThrowable(() -> unsigned(body).finish())))
                    .isEqualTo(Kind.INCOMPLETE_BODY);
        }

        @ParameterizedTest
        @CsvSource({"4, EXCESS_BODY", "6, INCOMPLETE_BODY"})
        void mustComeToTheDeclaredLength(int declared, Kind kind) throws IOException {
            PayloadStream stream = Uploads.open(
                    Pacing.ODD,
                    "5\r\nhello\r\n0\r\n\r\n",
                    Uploads.UNSIGNED_TRAILER,
                    Map.of("x-amz-decoded-content-length", String.valueOf(declared), "content-length", "99"));

            assertThat(stream.declaredLength()).hasValue(declared);
            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(kind);
        }

        @Test
        void mustBeSignedWhereTheyAreSaidToBe() throws IOException {
            PayloadStream stream = Uploads.openSigned(Pacing.ODD, Uploads.bytes("5\r\nhello\r\n0\r\n\r\n"));

            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(Kind.CHUNK_SIGNATURE_MISMATCH);
        }

        @Test
        void ofWrongSignatureFailBeforeTheirLastByteIsGiven() throws IOException {
            String body = Uploads.signedByHand("hello world", 5, "").replaceFirst("hello", "jello");
            PayloadStream stream = Uploads.openSigned(Pacing.BYTE_BY_BYTE, Uploads.bytes(body));

            assertThat(stream.readNBytes(4)).isEqualTo(Uploads.bytes("jell"));
            assertThat(Uploads.kind(catchThrowable(stream::read))).isEqualTo(Kind.CHUNK_SIGNATURE_MISMATCH);
        }
    }

    @Nested
    final class Trailers {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x-amz-checksum-crc32:NhCmhg==\r\n\r\n",
                    "x-amz-checksum-crc32:NhCmhg==\r\n",
                    "x-amz-checksum-crc32:NhCmhg==",
                    "x-amz-checksum-crc32:NhCmhg==\n\r\n\r\n",
                    "\r\nX-Amz-Checksum-CRC32 : NhCmhg== \r\n\r\n",
                })
        void areReadHoweverTheirLinesEnd(String trailer) throws IOException {
            PayloadStream stream = hello(trailer);

            assertThat(stream.readAllBytes()).isEqualTo(Uploads.bytes("hello"));
            assertThat(stream.checksums()).containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg=="));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                                                      | MISSING_TRAILER",
                    "x-amz-checksum-crc32:AAAAAA==                           | CHECKSUM_MISMATCH",
                    "x-amz-checksum-crc32:NhCmhg                             | MALFORMED_CHECKSUM",
                    "x-amz-checksum-crc32:                                   | MALFORMED_CHECKSUM",
                    "x-amz-checksum-sha1:qvTGHdzF6KLavt4PO0gs2a6pQ00=        | MALFORMED_TRAILER",
                    "x-amz-checksum-crc32=NhCmhg==                           | MALFORMED_TRAILER",
                    ":NhCmhg==                                               | MALFORMED_TRAILER",
                })
        void areRefusedUnlessTheyHoldWhatWasAnnounced(String trailer, Kind kind) throws IOException {
            PayloadStream stream = hello(trailer + "\r\n");

            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(kind);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 50, 5_000})
        void areBoundedInLinesAndLength(int times) throws IOException {
            String line = "x-amz-checksum-crc32:NhCmhg==\r\n";

            assertThat(Uploads.kind(
                            catchThrowable(() -> hello(line.repeat(times)).finish())))
                    .isEqualTo(Kind.MALFORMED_TRAILER);
            assertThat(Uploads.kind(
                            catchThrowable(() -> hello("\r\n".repeat(40)).finish())))
                    .isEqualTo(Kind.MALFORMED_TRAILER);
            assertThat(Uploads.kind(
                            catchThrowable(() -> hello("x".repeat(5_000) + ":").finish())))
                    .isEqualTo(Kind.MALFORMED_TRAILER);
        }

        @Test
        void areRefusedWhereNoneWasAnnounced() throws IOException {
            PayloadStream stream = unsigned("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");

            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(Kind.MALFORMED_TRAILER);
        }

        @Test
        void mustSignThemselvesBehindSignedChunks() throws IOException {
            String body = Uploads.signedByHand("hello", 5, "x-amz-checksum-crc32c:mnG7TA==");
            int signature = body.indexOf("x-amz-trailer-signature");

            assertThat(Uploads.openSigned(Pacing.ODD, Uploads.bytes(body)).finish())
                    .containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC32C, "mnG7TA=="));
            assertThat(Uploads.kind(catchThrowable(
                            () -> Uploads.openSigned(Pacing.ODD, Uploads.bytes(body.substring(0, signature)))
                                    .finish())))
                    .isEqualTo(Kind.CHUNK_SIGNATURE_MISMATCH);
        }

        private PayloadStream hello(String trailer) throws IOException {
            return Uploads.open(Pacing.ODD, "5\r\nhello\r\n0\r\n" + trailer, Uploads.UNSIGNED_TRAILER, CRC32_TRAILER);
        }
    }

    private static PayloadStream unsigned(String body) throws IOException {
        return Uploads.open(Pacing.ODD, body, Uploads.UNSIGNED_TRAILER, Map.of());
    }
}
