package io.pfsgateway.adapter.in.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.PublishedExamples;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two chunked uploads of Amazon's S3 API reference, from the request's signature to the last chunk's. */
final class PublishedUploadsTest {

    @ParameterizedTest
    @EnumSource
    void decodesTheChunkedUpload(Pacing pacing) throws IOException {
        PayloadStream stream = open(pacing, PublishedExamples.chunkedUpload(), Uploads.publishedChunks());

        assertThat(stream.declaredLength()).hasValue(66_560);
        assertThat(pacing.readAll(stream)).isEqualTo(Uploads.PUBLISHED_CONTENT);
        assertThat(stream.finish()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void decodesTheUploadWithATrailingChecksum(Pacing pacing) throws IOException {
        PayloadStream stream = open(pacing, PublishedExamples.trailingChecksumUpload(), Uploads.publishedTrailer());

        assertThat(pacing.readAll(stream)).isEqualTo(Uploads.PUBLISHED_CONTENT);
        assertThat(stream.checksums()).containsExactly(new ContentChecksum(ChecksumAlgorithm.CRC32C, "sOO8/Q=="));
    }

    @Test
    void refusesTheChunksOfAnotherRequest() throws IOException {
        PayloadStream stream =
                open(Pacing.ALL_AT_ONCE, PublishedExamples.trailingChecksumUpload(), Uploads.publishedChunks());

        assertThat(Uploads.kind(catchThrowable(stream::finish))).isEqualTo(BodyProblem.Kind.CHUNK_SIGNATURE_MISMATCH);
    }

    @Test
    void decodesWithoutCheckingWhereNobodySigns() throws IOException {
        SignedRequest request = PublishedExamples.trailingChecksumUpload();
        PayloadStream stream = PayloadStream.open(
                Pacing.ODD.source(Uploads.bytes(
                        Uploads.publishedTrailer().replace("ad80", "0000").replace("d81f", "0000"))),
                PayloadDeclaration.of(request.headers()).orElseThrow(),
                request.headers(),
                Optional.empty(),
                PayloadChecks.ALL);

        assertThat(stream.readAllBytes()).isEqualTo(Uploads.PUBLISHED_CONTENT);
    }

    private static PayloadStream open(Pacing pacing, SignedRequest request, String body) throws IOException {
        return PayloadStream.open(
                pacing.source(Uploads.bytes(body)),
                PayloadDeclaration.of(request.headers()).orElseThrow(),
                request.headers(),
                Optional.of(Uploads.signing(request)),
                PayloadChecks.ALL);
    }
}
