package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectWriteTest {
    private static final String HELLO_MD5 = "XUFAKrxLKna5cZ2REBfFkg==";
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
    }

    @Test
    void keepsHeadersMetadataAndTags() {
        Map<String, String> kept = Map.of(
                "Content-Type", "text/x-thing; charset=latin1",
                "Content-Disposition", "attachment; filename=\"a b\"",
                "Content-Language", "de",
                "Cache-Control", "max-age=1",
                "Expires", "Thu, 01 Dec 2050 16:00:00 GMT",
                "x-amz-meta-colour", "blue",
                "x-amz-meta-empty", "");
        CLIENT.put(bucket, "key", "x", TestClient.headers(kept));

        Reply reply = CLIENT.send("GET", object);

        kept.forEach((name, value) -> assertThat(reply.header(name)).as(name).contains(value));
        assertThat(reply.header("x-amz-tagging-count")).isEmpty();
    }

    @Test
    void refusesMoreToBeKeptThanCouldBeAnsweredWith() {
        String long8 = "a".repeat(8_000);
        CLIENT.put(bucket, "key", "x", "Content-Disposition", long8);
        assertThat(CLIENT.send("GET", object).header("content-disposition")).contains(long8);

        assertThat(CLIENT.sendText("PUT", object, "y", "Content-Disposition", long8, "Cache-Control", "b".repeat(500))
                        .error())
                .isEqualTo("400 MetadataTooLarge");
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("x");
    }

    @Test
    void keepsTagsAndTellsHowMany() {
        CLIENT.put(bucket, "key", "x", "x-amz-tagging", "b=2%2F&a=%C3%A9&c=");

        XmlTree tagging = CLIENT.send("GET", object + "?tagging").xml();

        assertThat(tagging.texts("TagSet/Tag/Key")).containsExactly("a", "b", "c");
        assertThat(tagging.texts("TagSet/Tag/Value")).containsExactly("é", "2/", "");
        assertThat(CLIENT.send("HEAD", object).header("x-amz-tagging-count")).contains("3");
    }

    @ParameterizedTest
    @CsvSource({
        "a=1&a=2, 400 InvalidTag",
        "=1, 400 InvalidTag",
        "aws:x=1, 400 InvalidTag",
        "a=%3C, 400 InvalidTag",
        "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1, 400 InvalidTag",
    })
    void refusesTagsThatCannotBe(String tags, String error) {
        assertThat(CLIENT.sendText("PUT", object, "x", "x-amz-tagging", tags).error())
                .isEqualTo(error);
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void leavesItsOwnEncodingOutOfTheObjects() {
        String unsigned = "UNSIGNED-PAYLOAD";
        CLIENT.put(bucket, "both", "x", "Content-Encoding", "aws-chunked,gzip", "x-amz-content-sha256", unsigned);
        CLIENT.put(bucket, "own", "x", "Content-Encoding", "aws-chunked", "x-amz-content-sha256", unsigned);

        assertThat(CLIENT.send("HEAD", "/" + bucket + "/both").header("content-encoding"))
                .contains("gzip");
        assertThat(CLIENT.send("HEAD", "/" + bucket + "/own").header("content-encoding"))
                .isEmpty();
    }

    @Test
    void neverDecompressesWhatComes() {
        CLIENT.put(bucket, "key", "not really gzip", "Content-Encoding", "gzip");

        Reply reply = CLIENT.send("GET", object, "Accept-Encoding", "gzip");

        assertThat(reply.body()).isEqualTo("not really gzip");
        assertThat(reply.header("content-encoding")).contains("gzip");
    }

    @Test
    void keepsMetadataBeyondAsciiAsText() {
        try (RawConnection connection = GATEWAY.connect()) {
            String head = "x-amz-meta-";
            Reply put = connection.request(
                    "PUT",
                    object,
                    "Content-Length: 0",
                    head + "utf8: caf\u00c3\u00a9",
                    head + "latin1: caf\u00e9",
                    head + "wide: \u00e6\u0097\u00a5",
                    head + "word: =?UTF-8?B?w6k=?=");
            assertThat(put.status()).isEqualTo(200);

            Reply reply = connection.request("GET", object);

            assertThat(reply.header(head + "utf8")).contains("caf\u00e9");
            assertThat(reply.header(head + "latin1")).contains("caf\u00e9");
            assertThat(reply.header(head + "wide")).contains("=?UTF-8?B?5pel?=");
            assertThat(reply.header(head + "word")).contains("=?UTF-8?B?w6k=?=");
        }
    }

    @Test
    void refusesMoreMetadataThanS3Holds() {
        assertThat(CLIENT.sendText("PUT", object, "x", "x-amz-meta-a", "v".repeat(2047))
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.sendText("PUT", object, "x", "x-amz-meta-a", "v".repeat(2048))
                        .error())
                .isEqualTo("400 MetadataTooLarge");
    }

    @Test
    void answersWithTheVersionThatItMade() {
        Reply first = CLIENT.sendText("PUT", object, "1");
        Reply second = CLIENT.sendText("PUT", object, "1");

        assertThat(first.bytes()).isEmpty();
        assertThat(first.header("etag")).isPresent().isEqualTo(second.header("etag"));
        assertThat(first.header("x-amz-version-id")).isPresent().isNotEqualTo(second.header("x-amz-version-id"));
    }

    @Test
    void writesOnlyOverWhatTheConditionsExpect() {
        String etag = CLIENT.sendText("PUT", object, "1", "If-None-Match", "*")
                .header("etag")
                .orElseThrow();

        assertThat(CLIENT.sendText("PUT", object, "2", "If-None-Match", "*").error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.sendText("PUT", object, "2", "If-Match", "\"other\"").error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.sendText("PUT", object + "2", "2", "If-Match", "*").error())
                .isEqualTo("404 NoSuchKey");
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("1");
        assertThat(CLIENT.sendText("PUT", object, "2", "If-Match", etag).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-MD5, XUFAKrxLKna5cZ2REBfFkA==, 400 BadDigest",
        "Content-MD5, nonsense, 400 InvalidDigest",
        "x-amz-content-sha256, 3cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824, 400 XAmzContentSHA256Mismatch",
        "x-amz-content-sha256, nonsense, 400 InvalidArgument",
        "x-amz-checksum-crc32, AAAAAA==, 400 BadDigest",
        "x-amz-checksum-crc32, bad, 400 BadDigest",
        "x-amz-checksum-md6, AAAAAA==, 400 InvalidRequest",
    })
    void commitsNothingThatIsNotWhatWasAnnounced(String header, String value, String error) {
        assertThat(CLIENT.sendText("PUT", object, "hello", header, value).error())
                .isEqualTo(error);
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
        assertThat(CLIENT.send("GET", "/" + bucket + "?versions").xml().texts("Version"))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsAsAnnouncedAndEchoesTheChecksum() {
        Reply reply = CLIENT.sendText(
                "PUT",
                object,
                "hello",
                "Content-MD5",
                HELLO_MD5,
                "x-amz-content-sha256",
                HELLO_SHA256,
                "x-amz-checksum-crc64nvme",
                "M3eFcAZSQlc=");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("x-amz-checksum-crc64nvme")).contains("M3eFcAZSQlc=");
        assertThat(reply.header("x-amz-checksum-type")).contains("FULL_OBJECT");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-server-side-encryption, AES256, 501 NotImplemented",
        "x-amz-server-side-encryption-customer-key, a2V5, 501 NotImplemented",
        "x-amz-object-lock-mode, GOVERNANCE, 501 NotImplemented",
        "x-amz-website-redirect-location, /x, 501 NotImplemented",
        "x-amz-write-offset-bytes, 1, 501 NotImplemented",
        "x-amz-storage-class, GLACIER, 400 InvalidStorageClass",
        "x-amz-acl, public-read, 400 AccessControlListNotSupported",
        "x-amz-grant-full-control, id=1, 400 AccessControlListNotSupported",
        "x-amz-expected-bucket-owner, 123456789012, 403 AccessDenied",
    })
    void acceptsNothingThatItWouldDrop(String header, String value, String error) {
        assertThat(CLIENT.sendText("PUT", object, "x", header, value).error()).isEqualTo(error);
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket-owner-full-control", "private"})
    void acceptsAccessControlThatHoldsAnyway(String acl) {
        assertThat(CLIENT.sendText("PUT", object, "x", "x-amz-acl", acl, "x-amz-storage-class", "STANDARD")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksForTheLengthOfABody() {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("PUT", object).error()).isEqualTo("411 MissingContentLength");
        }
    }

    @Test
    void takesABodyInHttpChunksOfUnknownNumber() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + object + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

            assertThat(connection.read().status()).isEqualTo(200);
        }
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("abcde");
    }

    @Test
    void takesUnsignedChunksWithATrailerInsideHttpChunks() {
        String frames = "5\r\nhello\r\n0\r\nx-amz-checksum-crc64nvme:M3eFcAZSQlc=\r\n\r\n";
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + object + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Encoding: aws-chunked\r\nx-amz-trailer: x-amz-checksum-crc64nvme\r\n"
                    + "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-decoded-content-length: 5\r\n\r\n"
                    + Integer.toHexString(frames.length()) + "\r\n" + frames + "\r\n0\r\n\r\n");

            Reply reply = connection.read();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("x-amz-checksum-crc64nvme")).contains("M3eFcAZSQlc=");
        }
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("hello");
    }

    @Test
    void commitsNothingOfABodyThatStopsComing() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + object + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nshort");
        }
        CLIENT.put(bucket, "other", "x");

        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void refusesWritesToWhatIsNotThere() {
        assertThat(CLIENT.sendText("PUT", "/master.missing/key", "x").error()).isEqualTo("404 NoSuchBucket");
        String commit = CLIENT.put(bucket, "key", "x");
        assertThat(CLIENT.sendText("PUT", "/" + commit + "." + bucket + "/key", "x")
                        .error())
                .isEqualTo("403 AccessDenied");
        assertThat(CLIENT.sendText("PUT", "/" + bucket + "/" + "k".repeat(1025), "x")
                        .error())
                .isEqualTo("400 KeyTooLongError");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ?restore",
        "POST, ?select&select-type=2",
    })
    void refusesWhatComesLaterByItsName(String method, String query) {
        Reply reply = CLIENT.sendText(method, object + query, "x");

        assertThat(reply.error()).isEqualTo("501 NotImplemented");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }
}
