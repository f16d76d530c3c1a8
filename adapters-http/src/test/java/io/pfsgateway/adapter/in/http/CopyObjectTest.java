package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyObjectTest {
    private static final String SOURCE = "x-amz-copy-source";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String copy = "";
    private String version = "";

    @BeforeEach
    void putASource() {
        bucket = GATEWAY.newBucket();
        copy = "/" + bucket + "/copy";
        version = CLIENT.put(
                bucket,
                "dir/a%2Bb%20%C3%A9",
                "content",
                "Content-Type",
                "text/plain",
                "x-amz-meta-colour",
                "blue",
                "x-amz-tagging",
                "kind=old");
    }

    private String source() {
        return bucket + "/dir/a%2Bb%20%C3%A9";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void copiesBytesAndAttributes(String slash) {
        Reply reply = CLIENT.send("PUT", copy, SOURCE, slash + source());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.xml().name()).isEqualTo("CopyObjectResult");
        assertThat(reply.header("x-amz-copy-source-version-id")).contains(version);
        Reply copied = CLIENT.send("GET", copy);
        assertThat(copied.body()).isEqualTo("content");
        assertThat(copied.header("etag")).contains(reply.xml().text("ETag"));
        assertThat(copied.header("x-amz-version-id")).isEqualTo(reply.header("x-amz-version-id"));
        assertThat(copied.header("content-type")).contains("text/plain");
        assertThat(copied.header("x-amz-meta-colour")).contains("blue");
        assertThat(copied.header("x-amz-tagging-count")).contains("1");
    }

    @Test
    void replacesAttributesAndTagsEachOnItsOwnDirective() {
        CLIENT.send("PUT", copy, SOURCE, source(), "x-amz-metadata-directive", "REPLACE", "x-amz-meta-size", "large");
        CLIENT.send(
                "PUT", copy + "2", SOURCE, source(), "x-amz-tagging-directive", "REPLACE", "x-amz-tagging", "kind=new");

        Reply replaced = CLIENT.send("HEAD", copy);
        assertThat(replaced.header("x-amz-meta-colour")).isEmpty();
        assertThat(replaced.header("x-amz-meta-size")).contains("large");
        assertThat(replaced.header("content-type")).contains("binary/octet-stream");
        assertThat(CLIENT.send("GET", copy + "?tagging").xml().text("TagSet/Tag/Value"))
                .isEqualTo("old");
        assertThat(CLIENT.send("GET", copy + "2?tagging").xml().text("TagSet/Tag/Value"))
                .isEqualTo("new");
        assertThat(CLIENT.send("HEAD", copy + "2").header("x-amz-meta-colour")).contains("blue");
    }

    @Test
    void copiesAnOldVersion() {
        CLIENT.put(bucket, "dir/a%2Bb%20%C3%A9", "newer");

        CLIENT.send("PUT", copy, SOURCE, source() + "?versionId=" + version);

        assertThat(CLIENT.send("GET", copy).body()).isEqualTo("content");
    }

    @Test
    void decidesTheConditionsOnItsSource() {
        String etag = CLIENT.send("HEAD", "/" + source()).header("etag").orElseThrow();

        assertThat(CLIENT.send("PUT", copy, SOURCE, source(), SOURCE + "-if-match", etag)
                        .status())
                .isEqualTo(200);
        assertThat(CLIENT.send("PUT", copy, SOURCE, source(), SOURCE + "-if-match", "\"other\"")
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("PUT", copy, SOURCE, source(), SOURCE + "-if-none-match", etag)
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("PUT", copy, SOURCE, source(), "If-None-Match", "*")
                        .error())
                .isEqualTo("412 PreconditionFailed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400 InvalidArgument",
        "/, 400 InvalidArgument",
        "bucket, 400 InvalidArgument",
        "bucket/, 400 InvalidArgument",
        "a..b/key, 400 InvalidBucketName",
        "master.missing/key, 404 NoSuchBucket",
        "%zz/key, 400 InvalidURI",
        "master.missing/key?versionId=x, 400 InvalidArgument",
    })
    void refusesSourcesThatAreNone(String source, String error) {
        assertThat(CLIENT.send("PUT", copy, SOURCE, source).error()).isEqualTo(error);
    }

    @Test
    void refusesACopyThatChangesNothing() {
        assertThat(CLIENT.send("PUT", "/" + source(), SOURCE, source()).error()).isEqualTo("400 InvalidRequest");
        assertThat(CLIENT.send("PUT", "/" + source(), SOURCE, source(), "x-amz-metadata-directive", "REPLACE")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesDirectivesThatItDoesNotKnow() {
        assertThat(CLIENT.send("PUT", copy, SOURCE, source(), "x-amz-metadata-directive", "MERGE")
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void tellsOfAMissingSource() {
        assertThat(CLIENT.send("PUT", copy, SOURCE, bucket + "/missing").error())
                .isEqualTo("404 NoSuchKey");
    }
}
