package io.pfsgateway.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.pfsgateway.adapter.in.http.signature.RequestHeaders;
import io.pfsgateway.adapter.in.http.signature.SignatureVerifier;
import io.pfsgateway.adapter.in.http.signature.SignedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Signed requests that Amazon prints with their signatures, so that nothing here has to sign.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Header-based signatures</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Trailing headers</a>
 */
final class PublishedRequests {
    static final int UPLOAD_BYTES = 66_560;

    private static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final int FIRST_CHUNK_BYTES = 65_536;

    private PublishedRequests() {}

    /** A verifier whose clock stands at the time of the requests. */
    static SignatureVerifier verifier() {
        Clock clock = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);
        return new SignatureVerifier(
                clock, key -> key.equals(ACCESS_KEY) ? Optional.of(SECRET) : Optional.empty(), false);
    }

    private static RequestHeaders.Builder headers(String host, String sha256) {
        return RequestHeaders.builder()
                .add("Host", host)
                .add("x-amz-content-sha256", sha256)
                .add("x-amz-date", "20130524T000000Z")
                .add("x-amz-storage-class", "REDUCED_REDUNDANCY");
    }

    private static String authorization(String signedHeaders, String signature) {
        return "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/20130524/us-east-1/s3/aws4_request,SignedHeaders="
                + signedHeaders + ",Signature=" + signature;
    }

    /** A PUT whose body is signed by its hash. */
    static SignedRequest putObject() {
        RequestHeaders headers = headers(
                        "examplebucket.s3.amazonaws.com",
                        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
                .add("Date", "Fri, 24 May 2013 00:00:00 GMT")
                .add(
                        "Authorization",
                        authorization(
                                "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                                "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"))
                .build();
        return new SignedRequest("PUT", "/test$file.text", "", headers);
    }

    /** A PUT whose body comes in signed chunks with a checksum behind them. */
    static SignedRequest chunkedUpload() {
        RequestHeaders headers = headers("s3.amazonaws.com", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
                .add("Content-Encoding", "aws-chunked")
                .add("x-amz-decoded-content-length", Integer.toString(UPLOAD_BYTES))
                .add("x-amz-trailer", "x-amz-checksum-crc32c")
                .add(
                        "Authorization",
                        authorization(
                                "content-encoding;host;x-amz-content-sha256;x-amz-date;"
                                        + "x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
                                "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"))
                .build();
        return new SignedRequest("PUT", "/examplebucket/chunkObject.txt", "", headers);
    }

    /** The body of the chunked upload, as it goes over the wire. */
    static byte[] chunkedBody() {
        String chunks = chunk("10000", "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
                + "a".repeat(FIRST_CHUNK_BYTES)
                + "\r\n"
                + chunk("400", "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
                + "a".repeat(UPLOAD_BYTES - FIRST_CHUNK_BYTES)
                + "\r\n"
                + chunk("0", "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992")
                + "x-amz-checksum-crc32c:sOO8/Q==\r\n"
                + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
        return chunks.getBytes(ISO_8859_1);
    }

    private static String chunk(String size, String signature) {
        return size + ";chunk-signature=" + signature + "\r\n";
    }
}
