package io.pfsgateway.adapter.in.http.signature;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The signed requests that Amazon's S3 API reference prints with their signatures, and the credentials they use. */
public final class PublishedExamples {
    public static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    public static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    public static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    public static final String CHUNKED_SEED = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    public static final String TRAILER_SEED = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";

    private PublishedExamples() {}

    /** The published secret, known by the published access key alone. */
    public static Optional<String> secretOf(String accessKey) {
        return accessKey.equals(ACCESS_KEY) ? Optional.of(SECRET) : Optional.empty();
    }

    /** A verifier whose clock stands at the examples' time. */
    public static SignatureVerifier verifier() {
        return verifierAt(TIME);
    }

    static SignatureVerifier verifierAt(Instant now) {
        return new SignatureVerifier(Clock.fixed(now, ZoneOffset.UTC), PublishedExamples::secretOf, false);
    }

    static String authorization(String signedHeaders, String signature) {
        return "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/20130524/us-east-1/s3/aws4_request,SignedHeaders="
                + signedHeaders + ",Signature=" + signature;
    }

    private static RequestHeaders.Builder headers(String host, String sha256) {
        return RequestHeaders.builder()
                .add("Host", host)
                .add("x-amz-content-sha256", sha256)
                .add("x-amz-date", "20130524T000000Z");
    }

    static SignedRequest getObject() {
        return new SignedRequest(
                "GET",
                "/test.txt",
                "",
                headers("examplebucket.s3.amazonaws.com", EMPTY_SHA256)
                        .add("Range", "bytes=0-9")
                        .add(
                                "Authorization",
                                authorization(
                                        "host;range;x-amz-content-sha256;x-amz-date",
                                        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"))
                        .build());
    }

    static SignedRequest putObject() {
        return new SignedRequest(
                "PUT",
                "/test$file.text",
                "",
                headers(
                                "examplebucket.s3.amazonaws.com",
                                "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
                        .add("Date", "Fri, 24 May 2013 00:00:00 GMT")
                        .add("x-amz-storage-class", "REDUCED_REDUNDANCY")
                        .add(
                                "Authorization",
                                authorization(
                                        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                                        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"))
                        .build());
    }

    static SignedRequest getLifecycle() {
        return new SignedRequest(
                "GET",
                "/",
                "lifecycle",
                headers("examplebucket.s3.amazonaws.com", EMPTY_SHA256)
                        .add(
                                "Authorization",
                                authorization(
                                        "host;x-amz-content-sha256;x-amz-date",
                                        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"))
                        .build());
    }

    static SignedRequest listObjects() {
        return new SignedRequest(
                "GET",
                "/",
                "max-keys=2&prefix=J",
                headers("examplebucket.s3.amazonaws.com", EMPTY_SHA256)
                        .add(
                                "Authorization",
                                authorization(
                                        "host;x-amz-content-sha256;x-amz-date",
                                        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"))
                        .build());
    }

    static SignedRequest presignedGet() {
        return new SignedRequest(
                "GET",
                "/test.txt",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + ACCESS_KEY
                        + "%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
                        + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
                        + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
                RequestHeaders.builder()
                        .add("Host", "examplebucket.s3.amazonaws.com")
                        .build());
    }

    /** The request whose body comes in signed chunks. */
    public static SignedRequest chunkedUpload() {
        return new SignedRequest(
                "PUT",
                "/examplebucket/chunkObject.txt",
                "",
                headers("s3.amazonaws.com", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
                        .add("x-amz-storage-class", "REDUCED_REDUNDANCY")
                        .add("Content-Encoding", "aws-chunked")
                        .add("x-amz-decoded-content-length", "66560")
                        .add("Content-Length", "66824")
                        .add(
                                "Authorization",
                                authorization(
                                        "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"
                                                + "x-amz-decoded-content-length;x-amz-storage-class",
                                        CHUNKED_SEED))
                        .build());
    }

    /** The request whose body comes in signed chunks with a checksum behind them. */
    public static SignedRequest trailingChecksumUpload() {
        return new SignedRequest(
                "PUT",
                "/examplebucket/chunkObject.txt",
                "",
                headers("s3.amazonaws.com", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
                        .add("x-amz-storage-class", "REDUCED_REDUNDANCY")
                        .add("Content-Encoding", "aws-chunked")
                        .add("x-amz-decoded-content-length", "66560")
                        .add("x-amz-trailer", "x-amz-checksum-crc32c")
                        .add(
                                "Authorization",
                                authorization(
                                        "content-encoding;host;x-amz-content-sha256;x-amz-date;"
                                                + "x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
                                        TRAILER_SEED))
                        .build());
    }

    static List<SignedRequest> all() {
        return List.of(
                getObject(),
                putObject(),
                getLifecycle(),
                listObjects(),
                presignedGet(),
                chunkedUpload(),
                trailingChecksumUpload());
    }
}
