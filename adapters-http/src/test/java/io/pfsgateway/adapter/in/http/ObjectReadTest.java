package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectReadTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();
    private static final String PAST = "Wed, 01 Jan 2020 00:00:00 GMT";
    private static final String FUTURE = "Fri, 01 Jan 2100 00:00:00 GMT";

    private String bucket = "";
    private String object = "";
    private String version = "";

    @BeforeEach
    void putAnObject() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
        version = CLIENT.put(bucket, "key", "0123456789");
    }

    @Test
    void givesTheBytesWithWhatIsKnownOfThem() {
        Reply reply = CLIENT.send("GET", object);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("0123456789");
        assertThat(reply.header("content-length")).contains("10");
        assertThat(reply.header("content-type")).contains("binary/octet-stream");
        assertThat(reply.header("accept-ranges")).contains("bytes");
        assertThat(reply.header("x-amz-version-id")).contains(version);
        assertThat(reply.header("etag").orElseThrow()).matches("\"[0-9a-f]{64}-1\"");
        assertThat(reply.header("last-modified").orElseThrow()).endsWith(" GMT");
    }

    @Test
    void tellsTheSameToAHeadWithoutTheBytes() {
        Reply head = CLIENT.send("HEAD", object);
        Reply get = CLIENT.send("GET", object);

        assertThat(head.bytes()).isEmpty();
        for (String name : List.of("content-length", "content-type", "etag", "last-modified", "x-amz-version-id")) {
            assertThat(head.header(name)).as(name).isPresent().isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEXT/HTML",
                "Application/Json",
                "text/plain; charset=UTF-8",
                "text/plain ;charset=utf-8",
                "some words"
            })
    void givesTheContentTypeAsItCame(String type) {
        CLIENT.sendText("PUT", object, "x", "Content-Type", type);

        assertThat(CLIENT.send("GET", object).header("content-type")).contains(type);
        assertThat(CLIENT.send("HEAD", object).header("content-type")).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0123, bytes 0-3/10",
        "bytes=5-, 206, 56789, bytes 5-9/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=8-100, 206, 89, bytes 8-9/10",
        "bytes=-100, 206, 0123456789, bytes 0-9/10",
    })
    void givesOneRange(String range, int status, String body, String contentRange) {
        Reply reply = CLIENT.send("GET", object, "Range", range);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.header("content-range")).contains(contentRange);
        assertThat(CLIENT.send("HEAD", object, "Range", range).header("content-range"))
                .contains(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=5-3", "bytes=x", "lines=0-1", "bytes=-", "0-3"})
    void answersWholeToRangesThatAreSeveralOrNone(String range) {
        Reply reply = CLIENT.send("GET", object, "Range", range);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("0123456789");
    }

    @Test
    void answersWholeToARangeThatDependsOnAnotherVersion() {
        Reply reply = CLIENT.send("GET", object, "Range", "bytes=0-3", "If-Range", "\"other\"");

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=-0", "bytes=100-200"})
    void refusesRangesOutsideTheObjectInXml(String range) {
        Reply reply = CLIENT.send("GET", object, "Range", range);

        assertThat(reply.error()).isEqualTo("416 InvalidRange");
        assertThat(reply.xml().text("ActualObjectSize")).isEqualTo("10");
        assertThat(reply.header("content-range")).contains("bytes */10");
    }

    @Test
    void decidesTags() {
        String etag = CLIENT.send("HEAD", object).header("etag").orElseThrow();

        assertThat(CLIENT.send("GET", object, "If-Match", etag).status()).isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Match", "*").status()).isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Match", "\"other\", " + etag).status())
                .isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Match", "\"other\"").error()).isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("GET", object, "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
        Reply notModified = CLIENT.send("GET", object, "If-None-Match", etag);
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.bytes()).isEmpty();
        assertThat(notModified.header("etag")).contains(etag);
        assertThat(notModified.header("x-amz-request-id")).isPresent();
    }

    @Test
    void decidesTimes() {
        assertThat(CLIENT.send("GET", object, "If-Modified-Since", PAST).status())
                .isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Modified-Since", FUTURE).status())
                .isEqualTo(304);
        assertThat(CLIENT.send("GET", object, "If-Unmodified-Since", FUTURE).status())
                .isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Unmodified-Since", PAST).error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("GET", object, "If-Unmodified-Since", "some day").status())
                .isEqualTo(200);
        Reply head = CLIENT.send("HEAD", object, "If-Unmodified-Since", PAST);
        assertThat(head.status()).isEqualTo(412);
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void readsOldVersionsAndAncestors() {
        String second = CLIENT.put(bucket, "key", "new");

        assertThat(CLIENT.send("GET", object).body()).isEqualTo("new");
        assertThat(CLIENT.send("GET", object + "?versionId=" + version).body()).isEqualTo("0123456789");
        assertThat(CLIENT.send("GET", object + "?versionId=HEAD%5E").body()).isEqualTo("0123456789");
        assertThat(CLIENT.send("GET", object + "?versionId=" + second + "%5E1").body())
                .isEqualTo("0123456789");
        assertThat(CLIENT.send("GET", "/" + version + "." + bucket + "/key").body())
                .isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "null, 404 NoSuchVersion",
        "0123456789ab4def8123456789abcdef, 404 NoSuchVersion",
        "HEAD^99, 404 NoSuchVersion",
        "'', 400 InvalidArgument",
        "abc, 400 InvalidArgument",
    })
    void refusesVersionsThatAreNot(String versionId, String error) {
        assertThat(CLIENT.send("GET", object + "?versionId=" + versionId.replace("^", "%5E"))
                        .error())
                .isEqualTo(error);
    }

    @Test
    void refusesToReadADeleteMarkerByItsId() {
        String marker = CLIENT.send("DELETE", object).header("x-amz-version-id").orElseThrow();

        Reply reply = CLIENT.send("GET", object + "?versionId=" + marker);

        assertThat(reply.error()).isEqualTo("405 MethodNotAllowed");
        assertThat(reply.header("x-amz-delete-marker")).contains("true");
        assertThat(CLIENT.send("GET", object).error()).isEqualTo("404 NoSuchKey");
    }

    @Test
    void givesPartsByTheirNumbers() {
        Reply part = CLIENT.send("GET", object + "?partNumber=1");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("content-range")).contains("bytes 0-9/10");
        assertThat(part.header("x-amz-mp-parts-count")).contains("1");
        assertThat(CLIENT.send("GET", object + "?partNumber=2").error()).isEqualTo("400 InvalidPart");
        assertThat(CLIENT.send("GET", object + "?partNumber=0").error()).isEqualTo("400 InvalidArgument");
        assertThat(CLIENT.send("GET", object + "?partNumber=10001").error()).isEqualTo("400 InvalidArgument");
        assertThat(CLIENT.send("GET", object + "?partNumber=1", "Range", "bytes=0-1")
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @Test
    void answersWithTheHeadersThatTheReaderAsksFor() {
        Reply reply = CLIENT.send(
                "GET",
                object + "?response-content-type=text/plain&response-cache-control=no-cache"
                        + "&response-content-disposition=attachment%3B%20filename%3D%22a%22"
                        + "&response-content-language=de&response-expires=never&response-content-encoding=gzip");

        assertThat(reply.header("content-type")).contains("text/plain");
        assertThat(reply.header("cache-control")).contains("no-cache");
        assertThat(reply.header("content-disposition")).contains("attachment; filename=\"a\"");
        assertThat(reply.header("content-language")).contains("de");
        assertThat(reply.header("expires")).contains("never");
        assertThat(reply.header("content-encoding")).contains("gzip");
    }

    @Test
    void answersWithWhateverFitsIntoARequest() {
        String wanted = "a".repeat(60_000);
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.request("GET", object + "?response-content-disposition=" + wanted);
            assertThat(reply.header("content-disposition")).contains(wanted);
        }
    }

    @Test
    void aRangeOfBlanksIsReadInOneGo() {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.request("GET", object, "Range: bytes=" + " ".repeat(60_000) + "x");
            assertThat(reply.status()).isEqualTo(200);
        }
        assertThat(CLIENT.send("GET", object, "Range", "Bytes = 0 - 1").status())
                .isEqualTo(206);
    }

    @Test
    void letsNoHeaderBreakOutOfItsLine() {
        assertThat(CLIENT.send("GET", object + "?response-content-type=a%0D%0ASet-Cookie:%20b")
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void givesChecksumsToWhoeverAsksForThem() {
        CLIENT.put(bucket, "sum", "hello", "x-amz-checksum-crc64nvme", "M3eFcAZSQlc=");
        String summed = "/" + bucket + "/sum";

        Reply asked = CLIENT.send("GET", summed, "x-amz-checksum-mode", "ENABLED");

        assertThat(asked.header("x-amz-checksum-crc64nvme")).contains("M3eFcAZSQlc=");
        assertThat(asked.header("x-amz-checksum-type")).contains("FULL_OBJECT");
        assertThat(CLIENT.send("GET", summed).header("x-amz-checksum-crc64nvme"))
                .isEmpty();
        assertThat(CLIENT.send("GET", summed, "x-amz-checksum-mode", "ENABLED", "Range", "bytes=0-1")
                        .header("x-amz-checksum-crc64nvme"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"torrent", "legal-hold", "retention", "something"})
    void refusesSubResourcesThatItDoesNotHaveByName(String subResource) {
        Reply reply = CLIENT.send("GET", object + "?" + subResource);

        assertThat(reply.error()).isEqualTo("501 NotImplemented");
        assertThat(reply.xml().text("Message")).contains("?" + subResource.replace("=x", ""));
    }

    @Test
    void refusesToReadWithAKeyThatNobodyEncryptedWith() {
        assertThat(CLIENT.send("GET", object, "x-amz-server-side-encryption-customer-algorithm", "AES256")
                        .error())
                .isEqualTo("501 NotImplemented");
    }

    @Test
    void givesAnEmptyObject() {
        CLIENT.put(bucket, "empty", "");

        Reply reply = CLIENT.send("GET", "/" + bucket + "/empty");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-length")).contains("0");
        assertThat(CLIENT.send("HEAD", "/" + bucket + "/empty").header("content-length"))
                .contains("0");
    }

    @Test
    void streamsAnObjectLargerThanAnyBuffer() {
        String large = "x".repeat(3_000_001);
        CLIENT.put(bucket, "large", large);

        assertThat(CLIENT.send("GET", "/" + bucket + "/large").body()).isEqualTo(large);
        assertThat(CLIENT.send("GET", "/" + bucket + "/large", "Range", "bytes=1000000-2999999")
                        .bytes())
                .hasSize(2_000_000);
    }
}
