package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartUploadTest {
    private static final String HELLO_SHA256 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    private static final String HELLO_CRC64NVME = "M3eFcAZSQlc=";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";
    private Multipart multipart = new Multipart(CLIENT, "");

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/dir/key%20%26";
        multipart = new Multipart(CLIENT, object);
    }

    @Test
    void beginsAnUploadAndMakesNoCommit() {
        Reply reply = CLIENT.send("POST", object + "?uploads");

        XmlTree xml = reply.xml();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(xml.name()).isEqualTo("InitiateMultipartUploadResult");
        assertThat(xml.namespace()).isEqualTo("http://s3.amazonaws.com/doc/2006-03-01/");
        assertThat(xml.names()).containsExactly("Bucket", "Key", "UploadId");
        assertThat(xml.text("Bucket")).isEqualTo(bucket);
        assertThat(xml.text("Key")).isEqualTo("dir/key &");
        assertThat(reply.header("x-amz-version-id")).isEmpty();
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
        assertThat(reply.header("x-amz-checksum-algorithm")).isEmpty();
    }

    @Test
    void makesAnObjectOfPartsThatCameInAnyOrderAndAgain() {
        String large = "a".repeat(Multipart.MIN_PART);
        String id = multipart.begin();
        String second = multipart.sent(id, 7, "second");
        multipart.sent(id, 2, "to be replaced");
        String first = multipart.sent(id, 2, large);
        assertThat(CLIENT.send("GET", object + "?partNumber=1").error())
                .as("before it is complete")
                .isEqualTo("404 NoSuchKey");

        Reply completed = multipart.complete(id, first + second);

        XmlTree xml = completed.xml();
        assertThat(completed.status()).isEqualTo(200);
        assertThat(xml.name()).isEqualTo("CompleteMultipartUploadResult");
        assertThat(xml.names()).containsExactly("Location", "Bucket", "Key", "ETag");
        assertThat(xml.text("Location")).isEqualTo("/" + bucket + "/dir/key%20%26");
        assertThat(xml.text("Bucket")).isEqualTo(bucket);
        assertThat(xml.text("Key")).isEqualTo("dir/key &");
        assertThat(xml.text("ETag")).matches("\"[0-9a-f]{64}-2\"");
        Reply read = CLIENT.send("GET", object);
        assertThat(read.body()).isEqualTo(large + "second");
        assertThat(read.header("etag")).contains(xml.text("ETag"));
        assertThat(read.header("x-amz-version-id")).isEqualTo(completed.header("x-amz-version-id"));
    }

    @Test
    void keepsWhatCameWhenTheUploadWasBegun() {
        String id = multipart.begin(
                "Content-Type", "text/bla", "x-amz-meta-foo", "bar", "x-amz-tagging", "Hello=World&foo=bar");

        multipart.complete(id, multipart.sent(id, 1, "x", "Content-Type", "text/other"));

        Reply read = CLIENT.send("GET", object);
        assertThat(read.header("content-type")).contains("text/bla");
        assertThat(read.header("x-amz-meta-foo")).contains("bar");
        assertThat(CLIENT.send("GET", object + "?tagging").xml().texts("TagSet/Tag/Key"))
                .containsExactly("Hello", "foo");
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, , COMPOSITE",
        "crc64nvme, , FULL_OBJECT",
        "SHA256, COMPOSITE, COMPOSITE",
        "CRC32C, FULL_OBJECT, FULL_OBJECT",
    })
    void tellsTheChecksumThatWasAnnounced(String algorithm, String type, String answered) {
        String[] headers = type == null
                ? new String[] {"x-amz-checksum-algorithm", algorithm}
                : new String[] {"x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type};

        Reply reply = CLIENT.send("POST", object + "?uploads", headers);

        assertThat(reply.header("x-amz-checksum-algorithm")).contains(algorithm.toUpperCase(java.util.Locale.ROOT));
        assertThat(reply.header("x-amz-checksum-type")).contains(answered);
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-checksum-algorithm, MD4, 400 InvalidRequest",
        "x-amz-checksum-type, COMPOSITE, 400 InvalidRequest",
        "x-amz-storage-class, GLACIER, 400 InvalidStorageClass",
        "x-amz-server-side-encryption, AES256, 501 NotImplemented",
        "x-amz-tagging, =1, 400 InvalidTag",
    })
    void refusesToBeginWhatCannotBeDone(String header, String value, String error) {
        assertThat(CLIENT.send("POST", object + "?uploads", header, value).error())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"SHA256, FULL_OBJECT", "CRC64NVME, COMPOSITE", "CRC32, BOTH"})
    void refusesChecksumsOfTypesThatTheyDoNotHave(String algorithm, String type) {
        assertThat(CLIENT.send(
                                "POST",
                                object + "?uploads",
                                "x-amz-checksum-algorithm",
                                algorithm,
                                "x-amz-checksum-type",
                                type)
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @Test
    void answersAPartWithItsTagAndTheChecksumThatItBrought() {
        Reply reply = multipart.part(multipart.begin(), 1, "hello", "x-amz-checksum-crc64nvme", HELLO_CRC64NVME);

        assertThat(reply.header("etag"))
                .hasValueSatisfying(etag -> assertThat(etag).matches("\"[0-9a-f]{64}-1\""));
        assertThat(reply.header("x-amz-checksum-crc64nvme")).contains(HELLO_CRC64NVME);
        assertThat(reply.header("x-amz-version-id")).isEmpty();
    }

    @Test
    void computesTheAnnouncedChecksumOfAPartThatBringsNone() {
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");

        assertThat(multipart.part(id, 1, "hello").header("x-amz-checksum-sha256"))
                .contains(HELLO_SHA256);
        assertThat(multipart
                        .part(id, 2, "hello", "x-amz-checksum-crc64nvme", HELLO_CRC64NVME)
                        .error())
                .as("it brings another")
                .isEqualTo("400 InvalidRequest");
        assertThat(multipart
                        .part(id, 2, "jello", "x-amz-checksum-sha256", HELLO_SHA256)
                        .error())
                .isEqualTo("400 BadDigest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-1", "x", "", "1.5", "99999999999"})
    void refusesPartNumbersThatAreNone(String number) {
        String id = multipart.begin();

        Reply reply = CLIENT.sendText("PUT", object + "?partNumber=" + number + "&uploadId=" + id, "x");

        assertThat(reply.error()).isEqualTo("400 InvalidArgument");
        assertThat(reply.xml().text("Message"))
                .isEqualTo("Part number must be an integer between 1 and 10000, inclusive");
        assertThat(reply.xml().text("ArgumentName")).isEqualTo("partNumber");
    }

    @Test
    void refusesAPartOfNoUploadBeforeItsBodyIsSent() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + object + "?partNumber=1&uploadId=abc1234def HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n");

            assertThat(connection.read().error()).isEqualTo("404 NoSuchUpload");
        }
    }

    @Test
    void refusesAPartOfUnknownLength() {
        String id = multipart.begin();
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("PUT", object + "?partNumber=1&uploadId=" + id)
                            .error())
                    .isEqualTo("411 MissingContentLength");
        }
    }

    @Test
    void keepsNothingOfAPartWhoseDigestIsAnother() {
        String id = multipart.begin();

        assertThat(multipart
                        .part(id, 1, "x", "Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(CLIENT.send("GET", object + "?uploadId=" + id).xml().texts("Part"))
                .isEmpty();
    }

    @Test
    void forgetsAnUploadThatIsAborted() {
        String id = multipart.begin();
        String part = multipart.sent(id, 1, "x");

        Reply aborted = CLIENT.send("DELETE", object + "?uploadId=" + id);

        assertThat(aborted.status()).isEqualTo(204);
        for (Reply later : List.of(
                CLIENT.send("DELETE", object + "?uploadId=" + id),
                CLIENT.send("GET", object + "?uploadId=" + id),
                multipart.part(id, 2, "x"),
                multipart.complete(id, part))) {
            assertThat(later.error()).isEqualTo("404 NoSuchUpload");
        }
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void neverAbortsUnderAConditionThatItCannotDecide() {
        String id = multipart.begin();

        assertThat(CLIENT.send(
                                "DELETE",
                                object + "?uploadId=" + id,
                                "x-amz-if-match-initiated-time",
                                "Thu, 01 Dec 1994 16:00:00 GMT")
                        .error())
                .isEqualTo("501 NotImplemented");
        assertThat(multipart.part(id, 1, "x").status()).isEqualTo(200);
    }

    @Test
    void knowsUploadsByTheirOwnKeyAndBucketAlone() {
        String id = multipart.begin();
        String part = multipart.sent(id, 1, "x");

        for (String other : List.of("/" + bucket + "/other", "/" + GATEWAY.newBucket() + "/dir/key%20%26")) {
            Multipart stranger = new Multipart(CLIENT, other);
            assertThat(stranger.part(id, 1, "y").error()).isEqualTo("404 NoSuchUpload");
            assertThat(stranger.complete(id, part).error()).isEqualTo("404 NoSuchUpload");
            assertThat(CLIENT.send("DELETE", other + "?uploadId=" + id).error()).isEqualTo("404 NoSuchUpload");
            assertThat(CLIENT.send("GET", other + "?uploadId=" + id).error()).isEqualTo("404 NoSuchUpload");
        }
        assertThat(multipart.complete(id, part).status()).isEqualTo(200);
    }

    @Test
    void refusesToBeginInABucketThatIsNotThere() {
        assertThat(CLIENT.send("POST", "/master.nowhere/key?uploads").error()).isEqualTo("404 NoSuchBucket");
    }

    @Test
    void readsPartsByNumberWithTheirOwnChecksums() {
        String large = "A".repeat(Multipart.MIN_PART);
        String id = multipart.begin("x-amz-checksum-algorithm", "SHA256");
        Reply completed = multipart.complete(id, multipart.sent(id, 1, large) + multipart.sent(id, 2, "hello"));
        String whole = completed.xml().text("ChecksumSHA256");

        Reply part = CLIENT.send("GET", object + "?partNumber=2", "x-amz-checksum-mode", "ENABLED");
        Reply head = CLIENT.send("HEAD", object + "?partNumber=1", "x-amz-checksum-mode", "ENABLED");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("hello");
        assertThat(part.header("x-amz-checksum-sha256")).contains(HELLO_SHA256);
        assertThat(part.header("x-amz-checksum-type")).contains("COMPOSITE");
        assertThat(part.header("x-amz-mp-parts-count")).contains("2");
        assertThat(part.header("etag")).contains(completed.xml().text("ETag"));
        assertThat(head.header("content-length")).contains(Integer.toString(Multipart.MIN_PART));
        assertThat(head.header("x-amz-checksum-sha256")).contains("275VF5loJr1YYawit0XSHREhkFXYkkPKGuoK0x9VKxI=");
        assertThat(CLIENT.send("HEAD", object, "x-amz-checksum-mode", "ENABLED").header("x-amz-checksum-sha256"))
                .contains(whole);
        assertThat(CLIENT.send("HEAD", object).header("x-amz-checksum-sha256")).isEmpty();
        assertThat(CLIENT.send("GET", object + "?partNumber=3").error()).isEqualTo("400 InvalidPart");
    }
}
