package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectTaggingTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";
    private String version = "";

    @BeforeEach
    void putObject() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
        version = CLIENT.put(bucket, "key", "content", "Content-Type", "text/plain", "x-amz-tagging", "old=1");
    }

    static String tagging(String... namesAndValues) {
        return "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\n <TagSet>\n"
                + IntStream.range(0, namesAndValues.length / 2)
                        .mapToObj(i -> "  <Tag><Key>" + namesAndValues[2 * i] + "</Key><Value>"
                                + namesAndValues[2 * i + 1] + "</Value></Tag>\n")
                        .collect(Collectors.joining())
                + " </TagSet>\n</Tagging>";
    }

    private Reply putTags(String query, String payload) {
        return CLIENT.sendText("PUT", object + "?tagging" + query, payload);
    }

    private XmlTree tags(String query) {
        return CLIENT.send("GET", object + "?tagging" + query).xml();
    }

    @Test
    void replacesTheTagsAndNamesTheCommit() {
        Reply put = putTags("", tagging("b", "2 \u00e4/", "a", ""));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEmpty();
        String tagged = put.header("x-amz-version-id").orElseThrow();
        assertThat(tagged).isNotEqualTo(version);
        assertThat(tags("").texts("TagSet/Tag/Key")).containsExactly("a", "b");
        assertThat(tags("").texts("TagSet/Tag/Value")).containsExactly("", "2 \u00e4/");
        Reply read = CLIENT.send("GET", object);
        assertThat(read.body()).isEqualTo("content");
        assertThat(read.header("content-type")).contains("text/plain");
        assertThat(read.header("x-amz-tagging-count")).contains("2");
        assertThat(read.header("x-amz-version-id")).contains(tagged);
    }

    @Test
    void showsTheTagsOfOldVersionsAsTheyWere() {
        putTags("", tagging("new", "2"));

        Reply old = CLIENT.send("GET", object + "?tagging&versionId=" + version);
        assertThat(old.xml().texts("TagSet/Tag/Key")).containsExactly("old");
        assertThat(old.header("x-amz-version-id")).contains(version);
    }

    @Test
    void takesTheTagsAway() {
        Reply deleted = CLIENT.send("DELETE", object + "?tagging");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.header("x-amz-version-id")).isPresent();
        assertThat(tags("").texts("TagSet/Tag")).isEmpty();
        assertThat(CLIENT.send("HEAD", object).header("x-amz-tagging-count")).isEmpty();
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(200);
        assertThat(CLIENT.send("DELETE", object + "?tagging").header("x-amz-version-id"))
                .isEqualTo(deleted.header("x-amz-version-id"));
        assertThat(putTags("", "<Tagging><TagSet/></Tagging>").status()).isEqualTo(200);
        assertThat(putTags("", tagging()).status()).isEqualTo(200);
    }

    @Test
    void takesTheVersionThatIsTheNewestAndNoOther() {
        String tagged = putTags("&versionId=" + version, tagging("a", "1"))
                .header("x-amz-version-id")
                .orElseThrow();

        assertThat(putTags("&versionId=" + version, tagging("b", "1")).error()).isEqualTo("501 NotImplemented");
        assertThat(CLIENT.send("DELETE", object + "?tagging&versionId=" + version)
                        .error())
                .isEqualTo("501 NotImplemented");
        assertThat(tags("").texts("TagSet/Tag/Key")).containsExactly("a");
        assertThat(CLIENT.send("DELETE", object + "?tagging&versionId=" + tagged)
                        .status())
                .isEqualTo(204);
        assertThat(putTags("&versionId=null", tagging("b", "1")).error()).isEqualTo("404 NoSuchVersion");
        assertThat(putTags("&versionId=nonsense", tagging("b", "1")).error()).isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400 MalformedXML",
        "<Tagging/>, 400 MalformedXML",
        "<TagSet/>, 400 MalformedXML",
        "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>, 400 MalformedXML",
        "<Tagging><TagSet><Tag/></TagSet></Tagging>, 400 MalformedXML",
        "<Tagging><TagSet><Other/></TagSet></Tagging>, 400 MalformedXML",
        "<Tagging><TagSet><Tag><Key/><Value>a</Value></Tag></TagSet></Tagging>, 400 InvalidTag",
        "<Tagging><TagSet><Tag><Key>aws:a</Key><Value/></Tag></TagSet></Tagging>, 400 InvalidTag",
        "<Tagging><TagSet><Tag><Key>a</Key><Value>&lt;</Value></Tag></TagSet></Tagging>, 400 InvalidTag",
        "<Tagging><TagSet><Tag><Key>a</Key><Value/></Tag><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging>, 400 InvalidTag",
    })
    void refusesWhatAreNoTags(String payload, String error) {
        assertThat(putTags("", payload).error()).isEqualTo(error);
        assertThat(tags("").texts("TagSet/Tag/Key")).containsExactly("old");
    }

    @Test
    void refusesMoreOrLongerTagsThanThereCanBe() {
        String[] eleven = IntStream.range(0, 22).mapToObj(i -> "t" + i).toArray(String[]::new);

        assertThat(putTags("", tagging(eleven)).error()).isEqualTo("400 InvalidTag");
        assertThat(putTags("", tagging("k".repeat(129), "v")).error()).isEqualTo("400 InvalidTag");
        assertThat(putTags("", tagging("k", "v".repeat(257))).error()).isEqualTo("400 InvalidTag");
        assertThat(putTags("", tagging("k".repeat(128), "v".repeat(256))).status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotThere() {
        String missing = "/" + bucket + "/missing?tagging";

        assertThat(CLIENT.sendText("PUT", missing, tagging("a", "1")).error()).isEqualTo("404 NoSuchKey");
        assertThat(CLIENT.send("DELETE", missing).error()).isEqualTo("404 NoSuchKey");
        assertThat(CLIENT.sendText("PUT", "/master.missing/key?tagging", tagging("a", "1"))
                        .error())
                .isEqualTo("404 NoSuchBucket");
        assertThat(CLIENT.sendText("PUT", "/" + version + "." + bucket + "/key?tagging", tagging("a", "1"))
                        .error())
                .isEqualTo("403 AccessDenied");
    }
}
