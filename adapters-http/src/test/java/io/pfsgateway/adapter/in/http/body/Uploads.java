package io.pfsgateway.adapter.in.http.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.pfsgateway.adapter.in.http.signature.HandSigned;
import io.pfsgateway.adapter.in.http.signature.PayloadDeclaration;
import io.pfsgateway.adapter.in.http.signature.PublishedExamples;
import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignatureResult;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import io.pfsgateway.adapter.in.http.signature.SigningContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Bodies as clients send them, and the reading of them. */
final class Uploads {
    static final String PAYLOAD = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    static final String PAYLOAD_TRAILER = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    static final String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    static final byte[] PUBLISHED_CONTENT = "a".repeat(66_560).getBytes(ISO_8859_1);

    private Uploads() {}

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** The body of the published chunked upload, with its printed signatures. */
    static String publishedChunks() {
        return published(
                        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
                        "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
                        "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9")
                + "\r\n";
    }

    /** The body of the published upload with a trailing checksum, whose trailer is signed as SDKs sign it. */
    static String publishedTrailer() {
        return published(
                        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
                        "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
                        "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992")
                + "x-amz-checksum-crc32c:sOO8/Q==\r\n"
                + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
    }

    private static String published(String first, String second, String last) {
        return "10000;chunk-signature=" + first + "\r\n" + "a".repeat(65_536) + "\r\n" + "400;chunk-signature=" + second
                + "\r\n" + "a".repeat(1_024) + "\r\n" + "0;chunk-signature=" + last + "\r\n";
    }

    /** A body in chunks of a given size, signed by hand from the seed of the published upload with a trailer. */
    static String signedByHand(String content, int chunkSize, String trailer) {
        StringBuilder body = new StringBuilder();
        String previous = PublishedExamples.TRAILER_SEED;
        for (int at = 0; at <= content.length() + chunkSize - 1; at += chunkSize) {
            String chunk =
                    content.substring(Math.min(at, content.length()), Math.min(at + chunkSize, content.length()));
            previous =
                    sign("PAYLOAD", previous, PublishedExamples.EMPTY_SHA256 + "\n" + HandSigned.sha256(bytes(chunk)));
            body.append(Integer.toHexString(chunk.length()))
                    .append(";chunk-signature=")
                    .append(previous)
                    .append("\r\n")
                    .append(chunk)
                    .append(chunk.isEmpty() ? "" : "\r\n");
        }
        if (!trailer.isEmpty()) {
            String signature = sign("TRAILER", previous, HandSigned.sha256(bytes(trailer + "\n")));
            body.append(trailer)
                    .append("\r\nx-amz-trailer-signature:")
                    .append(signature)
                    .append("\r\n");
        }
        return body.append("\r\n").toString();
    }

    private static String sign(String kind, String previous, String hashes) {
        return HandSigned.sign(
                "20130524",
                "us-east-1",
                "AWS4-HMAC-SHA256-" + kind + "\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n" + previous
                        + "\n" + hashes);
    }

    static SigningContext signing(SignedRequest request) {
        return ((SignatureResult.Verified) PublishedExamples.verifier().verify(request))
                .signing()
                .orElseThrow();
    }

    static RequestHeaders headers(Map<String, String> fields) {
        RequestHeaders.Builder headers = RequestHeaders.builder();
        fields.forEach(headers::add);
        return headers.build();
    }

    /** Opens a body whose chunk signatures nobody checks. */
    static PayloadStream open(Pacing pacing, String body, String declared, Map<String, String> fields)
            throws IOException {
        return PayloadStream.open(
                pacing.source(bytes(body)),
                PayloadDeclaration.parse(declared).orElseThrow(),
                headers(fields),
                Optional.empty(),
                PayloadChecks.ALL);
    }

    /** Opens a body that was signed by hand, or is the published one with a trailer. */
    static PayloadStream openSigned(Pacing pacing, byte[] body) throws IOException {
        SignedRequest request = PublishedExamples.trailingChecksumUpload();
        RequestHeaders.Builder headers = RequestHeaders.builder();
        request.headers().names().stream()
                .filter(name -> !name.equals("x-amz-decoded-content-length"))
                .forEach(name -> headers.add(name, request.headers().first(name).orElseThrow()));
        return PayloadStream.open(
                pacing.source(body),
                PayloadDeclaration.parse(PAYLOAD_TRAILER).orElseThrow(),
                headers.build(),
                Optional.of(signing(request)),
                PayloadChecks.ALL);
    }

    static BodyProblem.Kind kind(Throwable failure) {
        return ((BodyProblem) failure).kind();
    }
}
