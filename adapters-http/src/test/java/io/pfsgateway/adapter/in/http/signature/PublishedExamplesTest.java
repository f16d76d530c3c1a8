package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.adapter.in.http.signature.SignatureResult.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: the pages on Signature Version 4 in Amazon's S3 API reference. */
final class PublishedExamplesTest {

    @ParameterizedTest
    @MethodSource("io.pfsgateway.adapter.in.http.signature.PublishedExamples#all")
    void verifiesEveryPublishedRequest(SignedRequest request) {
        SignatureResult result = PublishedExamples.verifier().verify(request);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Verified.class,
                        verified -> assertThat(verified.accessKey()).isEqualTo(PublishedExamples.ACCESS_KEY));
    }

    @Test
    void tellsHeaderAndQueryFormApart() {
        assertThat(verified(PublishedExamples.getObject()).form()).isEqualTo(SignatureForm.HEADER);
        assertThat(verified(PublishedExamples.presignedGet()).form()).isEqualTo(SignatureForm.QUERY);
    }

    @Test
    void yieldsTheDeclarationOfTheBody() {
        assertThat(verified(PublishedExamples.putObject()).payload().sha256())
                .contains("44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
        assertThat(verified(PublishedExamples.presignedGet()).payload()).isEqualTo(PayloadDeclaration.UNSIGNED);
        assertThat(verified(PublishedExamples.chunkedUpload()).payload().form()).isEqualTo(PayloadForm.SIGNED_CHUNKS);
        assertThat(verified(PublishedExamples.trailingChecksumUpload())
                        .payload()
                        .form())
                .isEqualTo(PayloadForm.SIGNED_CHUNKS_WITH_TRAILER);
    }

    @Test
    void yieldsTheSeedOfTheChunksSignatures() {
        SigningContext signing =
                verified(PublishedExamples.chunkedUpload()).signing().orElseThrow();

        assertThat(signing.seedSignature()).isEqualTo(PublishedExamples.CHUNKED_SEED);
        assertThat(signing.timestamp()).isEqualTo("20130524T000000Z");
        assertThat(signing.scope()).hasToString("20130524/us-east-1/s3/aws4_request");
    }

    /** The policy and signature are those of "Examples: Browser-Based Upload using HTTP POST". */
    @Test
    void derivesTheKeyOfThePublishedPostPolicy() {
        SigningKey key = SigningKey.derive(PublishedExamples.SECRET, new CredentialScope("20151229", "us-east-1"));

        assertThat(
                        key.sign(
                                "eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1"
                                        + "Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8i"
                                        + "XSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDov"
                                        + "L3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0"
                                        + "YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUx"
                                        + "MjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFy"
                                        + "dHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZP"
                                        + "RE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGht"
                                        + "IjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9"))
                .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    private static Verified verified(SignedRequest request) {
        return (Verified) PublishedExamples.verifier().verify(request);
    }
}
