package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPartCopyTest {
    private static final String SOURCE = "x-amz-copy-source";
    private static final String RANGE = "x-amz-copy-source-range";
    private static final String CONTENT = "0123456789";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";
    private String version = "";
    private Multipart multipart = new Multipart(CLIENT, "");
    private String id = "";

    @BeforeEach
    void beginAnUpload() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
        version = CLIENT.put(bucket, "source", CONTENT);
        multipart = new Multipart(CLIENT, object);
        id = multipart.begin();
    }

    @Test
    void copiesAllOfItsSource() {
        Reply reply = multipart.copyPart(id, 1, SOURCE, bucket + "/source");

        XmlTree xml = reply.xml();
        assertThat(xml.name()).isEqualTo("CopyPartResult");
        assertThat(xml.names()).containsExactly("LastModified", "ETag");
        assertThat(xml.text("ETag")).matches("\"[0-9a-f]{64}-1\"");
        assertThat(reply.header("x-amz-copy-source-version-id")).contains(version);
        multipart.complete(id, Multipart.listed(1, xml.text("ETag")));
        assertThat(CLIENT.send("GET", object).body()).isEqualTo(CONTENT);
    }

    @Test
    void copiesAStretchOfAnOlderVersion() {
        CLIENT.put(bucket, "source", "something else");

        Reply reply = multipart.copyPart(id, 1, SOURCE, bucket + "/source?versionId=" + version, RANGE, "bytes=2-5");

        assertThat(reply.header("x-amz-copy-source-version-id")).contains(version);
        multipart.complete(id, Multipart.listed(1, reply.xml().text("ETag")));
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("2345");
    }

    @Test
    void computesTheAnnouncedChecksumOfWhatItCopies() {
        CLIENT.put(bucket, "source", ">hello<");
        String summed = multipart.begin("x-amz-checksum-algorithm", "SHA256");

        XmlTree xml = multipart
                .copyPart(summed, 1, SOURCE, bucket + "/source", RANGE, "bytes=1-5")
                .xml();

        assertThat(xml.text("ChecksumSHA256")).isEqualTo("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-2",
                "bytes=0",
                "bytes=hello-world",
                "bytes=0-bar",
                "bytes=hello-",
                "bytes=0-2,3-5",
                "bytes=-3",
                "bytes=3-",
                "bytes=5-3",
                "bytes 0-2",
                "octets=0-2",
                "bytes=0-9999999999999999999"
            })
    void refusesRangesThatAreNone(String range) {
        Reply reply = multipart.copyPart(id, 1, SOURCE, bucket + "/source", RANGE, range);

        assertThat(reply.error()).isEqualTo("400 InvalidArgument");
        assertThat(reply.xml().text("Message"))
                .startsWith("The x-amz-copy-source-range value must be of the form bytes=first-last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-10", "bytes=10-10", "bytes=0-21", "bytes=100-200"})
    void refusesARangeBeyondTheEnd(String range) {
        assertThat(multipart
                        .copyPart(id, 1, SOURCE, bucket + "/source", RANGE, range)
                        .error())
                .isEqualTo("416 InvalidRange");
    }

    @ParameterizedTest
    @CsvSource({"x-amz-copy-source-if-match, other", "x-amz-copy-source-if-unmodified-since, 1994-12-01T16:00:00Z"})
    void copiesOnlyOnTheConditionsOfItsSource(String header, String value) {
        assertThat(multipart
                        .copyPart(id, 1, SOURCE, bucket + "/source", header, value)
                        .error())
                .isEqualTo("412 PreconditionFailed");
    }

    @Test
    void refusesASourceThatIsNotThere() {
        CLIENT.put(bucket, "any%2525", "x");

        assertThat(multipart.copyPart(id, 1, SOURCE, bucket + "/any%25").error())
                .isEqualTo("404 NoSuchKey");
        assertThat(multipart.copyPart(id, 1, SOURCE, bucket + "/any%2525").status())
                .isEqualTo(200);
        assertThat(multipart.copyPart(id, 1, SOURCE, "master.nowhere/x").error())
                .isEqualTo("404 NoSuchBucket");
        assertThat(multipart.copyPart("nothing", 1, SOURCE, bucket + "/source").error())
                .isEqualTo("404 NoSuchUpload");
        assertThat(multipart.copyPart(id, 0, SOURCE, bucket + "/source").error())
                .isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "_", "__", "%3FversionId"})
    void copiesFromSpecialNames(String key) {
        CLIENT.put(bucket, key, CONTENT);

        Reply reply = multipart.copyPart(id, 1, SOURCE, bucket + "/" + key, RANGE, "bytes=0-0");

        multipart.complete(id, Multipart.listed(1, reply.xml().text("ETag")));
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("0");
    }
}
