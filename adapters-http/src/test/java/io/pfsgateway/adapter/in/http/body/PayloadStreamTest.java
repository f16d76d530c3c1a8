package io.pfsgateway.adapter.in.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pfsgateway.adapter.in.http.body.BodyProblem.Kind;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.PayloadForm;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lengths, digests and checksums of a body, and how the stream behaves once one of them is wrong. */
final class PayloadStreamTest {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String HELLO_MD5 = "XUFAKrxLKna5cZ2REBfFkg==";

    @Nested
    final class Digests {
        @ParameterizedTest
        @EnumSource
        void areVerifiedHoweverTheBodyComes(Pacing pacing) throws IOException {
            PayloadStream stream = Uploads.open(
                    pacing,
                    "hello",
                    HELLO_SHA256,
                    Map.of(
                            "content-length",
                            "5",
                            "content-md5",
                            HELLO_MD5,
                            "x-amz-checksum-crc64nvme",
                            "M3eFcAZSQlc="));

            assertThat(pacing.readAll(stream)).isEqualTo(Uploads.bytes("hello"));
            assertThat(stream.checksums())
                    .containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc="));
            assertThat(stream.declaredSha256()).contains(HELLO_SHA256);
        }

        @ParameterizedTest
        @CsvSource({
            "content-md5, XUFAKrxLKna5cZ2REBfFkA==, BAD_DIGEST",
            "x-amz-checksum-crc32, AAAAAA==, CHECKSUM_MISMATCH",
            "x-amz-checksum-crc32c, AAAAAA==, CHECKSUM_MISMATCH",
            "x-amz-checksum-crc64nvme, AAAAAAAAAAA=, CHECKSUM_MISMATCH",
            "x-amz-checksum-sha1, AAAAAAAAAAAAAAAAAAAAAAAAAAA=, CHECKSUM_MISMATCH",
            "x-amz-checksum-sha256, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, CHECKSUM_MISMATCH",
            "content-length, 6, INCOMPLETE_BODY",
            "content-length, 4, EXCESS_BODY",
        })
        void ofOtherBytesAreRefusedAtTheEnd(String header, String value, Kind kind) throws IOException {
            PayloadStream stream = Uploads.open(Pacing.ODD, "hello", UNSIGNED, Map.of(header, value));

            assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(kind);
        }

        @Test
        void byTheSignedHashAreRefusedAtTheEnd() throws IOException {
            PayloadStream stream = Uploads.open(Pacing.ODD, "jello", HELLO_SHA256, Map.of());

            assertThat(catchThrowable(stream::finish)).isInstanceOfSatisfying(BodyProblem.class, problem -> {
                assertThat(problem.kind()).isEqualTo(Kind.CONTENT_SHA256_MISMATCH);
                assertThat(problem.details()).containsEntry("ClientComputedContentSHA256", HELLO_SHA256);
            });
        }

        @Test
        void byTheSignedHashServeAsChecksumToo() throws IOException {
            String base64 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
            PayloadStream stream =
                    Uploads.open(Pacing.ODD, "hello", HELLO_SHA256, Map.of("x-amz-checksum-sha256", base64));

            assertThat(stream.finish()).containsExactly(new ContentChecksum(ChecksumAlgorithm.SHA256, base64));
        }

        @Test
        void byTheSignedHashAreLeftToTheCallerWhereItAsks() throws IOException {
            PayloadStream stream = open("jello", HELLO_SHA256, Map.of(), PayloadChecks.ALL.withoutSha256());

            assertThat(stream.finish()).isEmpty();
            assertThat(stream.declaredSha256()).contains(HELLO_SHA256);
        }

        @Test
        void ofTheObjectAreNoneOfTheBodyWhereTheCallerSaysSo() throws IOException {
            PayloadStream stream = open(
                    "<Complete/>",
                    UNSIGNED,
                    Map.of("x-amz-checksum-crc32", "AAAAAA=="),
                    PayloadChecks.ALL.withoutChecksums());

            assertThat(stream.finish()).isEmpty();
        }

        @Test
        void computesAChecksumThatIsWantedOfABodyWithoutOne() throws IOException {
            PayloadChecks checks = PayloadChecks.ALL.otherwise(Optional.of(ChecksumAlgorithm.CRC32));

            assertThat(open("hello", HELLO_SHA256, Map.of(), checks).finish())
                    .containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC32, "NhCmhg=="));
            assertThat(open("hello", UNSIGNED, Map.of("x-amz-checksum-crc64nvme", "M3eFcAZSQlc="), checks)
                            .finish())
                    .as("it brings one")
                    .containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC64NVME, "M3eFcAZSQlc="));
        }

        @Test
        void takesTheDeclaredSha256ForTheChecksumThatIsWanted() throws IOException {
            PayloadChecks checks = PayloadChecks.ALL.otherwise(Optional.of(ChecksumAlgorithm.SHA256));

            assertThat(open("hello", HELLO_SHA256, Map.of(), checks).finish())
                    .containsExactly(new ContentChecksum(
                            ChecksumAlgorithm.SHA256, "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="));
        }
    }

    @Nested
    final class Headers {
        @ParameterizedTest
        @CsvSource({
            "content-md5, garbage, INVALID_DIGEST",
            "content-md5, '', INVALID_DIGEST",
            "content-md5, XUFAKrxLKna5cZ2REBfF, INVALID_DIGEST",
            "content-length, many, INVALID_LENGTH",
            "content-length, -1, INVALID_LENGTH",
            "x-amz-checksum-crc32, '', MALFORMED_CHECKSUM",
            "x-amz-checksum-crc32, NhCmhg, MALFORMED_CHECKSUM",
            "x-amz-checksum-sha512, AAAA, INVALID_CHECKSUM",
            "x-amz-sdk-checksum-algorithm, CRC32, INVALID_CHECKSUM",
            "x-amz-trailer, x-amz-checksum-crc32, MALFORMED_TRAILER",
        })
        void thatCannotBeRightAreRefusedBeforeTheBodyIsRead(String header, String value, Kind kind) throws IOException {
            InputStream untouchable = InputStream.nullInputStream();
            untouchable.close();

            assertThat(Uploads.kind(catchThrowable(() -> PayloadStream.open(
                            untouchable,
                            PayloadDeclaration.UNSIGNED,
                            Uploads.headers(Map.of(header, value)),
                            Optional.empty(),
                            PayloadChecks.ALL))))
                    .isEqualTo(kind);
        }

        @ParameterizedTest
        @CsvSource({
            "x-amz-checksum-crc32, NhCmhg==, x-amz-checksum-sha1, qvTGHdzF6KLavt4PO0gs2a6pQ00=",
            "x-amz-checksum-crc32, NhCmhg==, x-amz-trailer, x-amz-checksum-crc32",
            "x-amz-checksum-crc32, NhCmhg==, x-amz-sdk-checksum-algorithm, SHA1",
            "x-amz-checksum-crc32, NhCmhg==, x-amz-sdk-checksum-algorithm, nonsense",
            "x-amz-trailer, x-amz-checksum-crc32, x-amz-sdk-checksum-algorithm, CRC32C",
            "x-amz-trailer, 'x-amz-checksum-crc32,x-amz-checksum-sha1', a, b",
            "x-amz-trailer, x-amz-meta-note, a, b",
        })
        void thatContradictEachOtherAreRefused(String one, String value, String other, String otherValue) {
            assertThat(Uploads.kind(catchThrowable(() -> Uploads.open(
                            Pacing.ODD, "", Uploads.UNSIGNED_TRAILER, Map.of(one, value, other, otherValue)))))
                    .isEqualTo(Kind.INVALID_CHECKSUM);
        }

        @Test
        void thatAgreeAreAccepted() throws IOException {
            PayloadStream stream = Uploads.open(
                    Pacing.ODD,
                    "hello",
                    UNSIGNED,
                    Map.of(
                            "x-amz-checksum-crc32", "NhCmhg==",
                            "x-amz-sdk-checksum-algorithm", "crc32",
                            "x-amz-checksum-type", "FULL_OBJECT",
                            "x-amz-checksum-mode", "ENABLED"));

            assertThat(stream.finish()).hasSize(1);
        }

        @Test
        void thatOnlyFrameTheBodyMakeItABodyInFrames() {
            RequestHeaders headers = RequestHeaders.builder()
                    .add("content-encoding", "gzip, AWS-chunked")
                    .build();

            assertThat(PayloadDeclaration.of(headers).orElseThrow().form())
                    .isEqualTo(PayloadForm.UNSIGNED_CHUNKS_WITH_TRAILER);
            assertThat(PayloadDeclaration.of(RequestHeaders.none())).contains(PayloadDeclaration.UNSIGNED);
        }
    }

    @Test
    void failsAgainAndAgainOnceItHasFailed() throws IOException {
        PayloadStream stream = Uploads.open(Pacing.ODD, "hello", UNSIGNED, Map.of("x-amz-checksum-crc32", "AAAAAA=="));
        Throwable first = catchThrowable(stream::finish);

        assertThat(first).isInstanceOf(BodyProblem.class);
        assertThat(catchThrowable(stream::read)).isSameAs(first);
        assertThat(catchThrowable(stream::finish)).isSameAs(first);
        assertThatThrownBy(stream::checksums).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesOnTheFailuresOfItsSourceAndKeepsThem() throws IOException {
        IOException reset = new IOException("connection reset");
        PayloadStream stream = PayloadStream.open(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw reset;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        throw reset;
                    }
                },
                PayloadDeclaration.UNSIGNED,
                RequestHeaders.none(),
                Optional.empty(),
                PayloadChecks.ALL);

        assertThat(catchThrowable(stream::read)).isSameAs(reset);
        assertThat(catchThrowable(stream::finish)).isSameAs(reset);
    }

    @Test
    void yieldsNoChecksumsBeforeTheEnd() throws IOException {
        PayloadStream stream = Uploads.open(Pacing.ODD, "hello", UNSIGNED, Map.of("content-length", "5"));
        assertThat(stream.readNBytes(5)).hasSize(5);

        assertThatThrownBy(stream::checksums).isInstanceOf(IllegalStateException.class);
        assertThat(stream.finish()).isEmpty();
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void closesItsSource() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream source = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        PayloadStream.open(
                        source, PayloadDeclaration.UNSIGNED, RequestHeaders.none(), Optional.empty(), PayloadChecks.ALL)
                .close();

        assertThat(closed).isTrue();
    }

    private static PayloadStream open(String body, String declared, Map<String, String> fields, PayloadChecks checks)
            throws IOException {
        return PayloadStream.open(
                Pacing.ODD.source(Uploads.bytes(body)),
                PayloadDeclaration.parse(declared).orElseThrow(),
                Uploads.headers(fields),
                Optional.empty(),
                checks);
    }
}
