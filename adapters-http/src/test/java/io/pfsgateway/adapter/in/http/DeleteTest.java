package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";

    @BeforeEach
    void putAnObject() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
        CLIENT.put(bucket, "key", "content");
    }

    private Reply deleteAll(String payload, String... headers) {
        return CLIENT.sendText("POST", "/" + bucket + "?delete", payload, headers);
    }

    @Test
    void deletesAndTellsOfTheMarker() {
        Reply reply = CLIENT.send("DELETE", object);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("x-amz-delete-marker")).contains("true");
        assertThat(reply.header("x-amz-version-id")).isPresent();
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @Test
    void makesNoCommitForWhatIsNotThere() {
        Reply reply = CLIENT.send("DELETE", "/" + bucket + "/missing");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("x-amz-version-id")).isEmpty();
        assertThat(reply.header("x-amz-delete-marker")).isEmpty();
    }

    @Test
    void bringsAnObjectBackByDeletingItsMarker() {
        String marker = CLIENT.send("DELETE", object).header("x-amz-version-id").orElseThrow();

        Reply reply = CLIENT.send("DELETE", object + "?versionId=" + marker);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("x-amz-version-id")).contains(marker);
        assertThat(reply.header("x-amz-delete-marker")).contains("true");
        assertThat(CLIENT.send("GET", object).body()).isEqualTo("content");
    }

    @Test
    void refusesToChangeHistory() {
        String version = CLIENT.send("HEAD", object).header("x-amz-version-id").orElseThrow();

        assertThat(CLIENT.send("DELETE", object + "?versionId=" + version).error())
                .isEqualTo("501 NotImplemented");
        assertThat(CLIENT.send("DELETE", object + "?versionId=null").error()).isEqualTo("501 NotImplemented");
        assertThat(CLIENT.send("DELETE", object + "?versionId=junk").error()).isEqualTo("400 InvalidArgument");
    }

    @Test
    void deletesOnlyWhatTheConditionsExpect() {
        String modified = CLIENT.send("HEAD", object).header("last-modified").orElseThrow();

        assertThat(CLIENT.send("DELETE", object, "If-Match", "\"other\"").error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("DELETE", object, "x-amz-if-match-size", "1").error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(CLIENT.send("DELETE", object, "x-amz-if-match-size", "one").error())
                .isEqualTo("400 InvalidArgument");
        assertThat(CLIENT.send("DELETE", object, "x-amz-if-match-last-modified-time", "some day")
                        .error())
                .isEqualTo("400 InvalidArgument");
        for (String guard : List.of("If-Match", "x-amz-if-match-size", "x-amz-if-match-last-modified-time")) {
            assertThat(CLIENT.send("DELETE", object, guard, "").error()).isEqualTo("400 InvalidArgument");
        }
        assertThat(CLIENT.send("DELETE", "/" + bucket + "/missing", "If-Match", "*")
                        .status())
                .isEqualTo(204);
        assertThat(CLIENT.send(
                                "DELETE",
                                object,
                                "x-amz-if-match-size",
                                "7",
                                "x-amz-if-match-last-modified-time",
                                modified)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void deletesManyInOneCommit() {
        CLIENT.put(bucket, "a", "");
        XmlTree result = deleteAll("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                        + "<Object><Key>key</Key></Object>\n <Object><Key>a</Key></Object>"
                        + "<Object><Key>missing</Key></Object></Delete>")
                .xml();

        assertThat(result.texts("Deleted/Key")).containsExactly("key", "a", "missing");
        assertThat(result.texts("Deleted/DeleteMarkerVersionId")).hasSize(2);
        assertThat(result.texts("Deleted/DeleteMarkerVersionId").stream().distinct())
                .as("commits")
                .hasSize(1);
    }

    @Test
    void aConditionThatSaysNothingDeletesNothing() {
        Map<String, String> guards = Map.of("LastModifiedTime", "InvalidArgument", "ETag", "PreconditionFailed");
        guards.forEach((guard, error) -> {
            XmlTree result = deleteAll("<Delete><Object><Key>key</Key><" + guard + "/></Object></Delete>")
                    .xml();
            assertThat(result.texts("Error/Code")).as(guard).containsExactly(error);
        });
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(200);
    }

    @Test
    void tellsOnlyOfErrorsWhenItIsToBeQuiet() {
        XmlTree result = deleteAll("<Delete><Quiet>true</Quiet><Object><Key>key</Key></Object>"
                        + "<Object><Key>key</Key><VersionId>null</VersionId></Object>"
                        + "<Object><Key>" + "k".repeat(1025) + "</Key></Object>"
                        + "<Object><Key>key2</Key><ETag>\"other\"</ETag></Object></Delete>")
                .xml();

        assertThat(result.texts("Deleted")).isEmpty();
        assertThat(result.texts("Error/Code"))
                .containsExactly("NotImplemented", "KeyTooLongError", "PreconditionFailed");
        assertThat(result.texts("Error/VersionId")).containsExactly("null");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Delete/>",
                "<Delete><Object/></Delete>",
                "<Delete><Object><Key>a</Key></Object>",
                "<Remove><Object><Key>key</Key></Object></Remove>",
                "<Delete><Object><Key>key</Key><Force/></Object></Delete>",
                "<Delete><Object><Key>key</Key><Size>big</Size></Object></Delete>",
                "<Delete><Object><Key>key</Key><Size/></Object></Delete>",
                "<!DOCTYPE Delete><Delete><Object><Key>key</Key></Object></Delete>",
                "<!DOCTYPE Delete [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<Delete><Object><Key>&e;</Key></Object></Delete>",
                "<Delete><Object><Key>&undefined;</Key></Object></Delete>",
            })
    void refusesPayloadsThatAreNone(String payload) {
        assertThat(deleteAll(payload).error()).isEqualTo("400 MalformedXML");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(200);
    }

    @Test
    void refusesMoreThanAThousand() {
        String objects = IntStream.range(0, 1001)
                .mapToObj(number -> "<Object><Key>key" + number + "</Key></Object>")
                .collect(Collectors.joining());

        assertThat(deleteAll("<Delete>" + objects + "</Delete>").error()).isEqualTo("400 MalformedXML");
    }

    @Test
    void parsesNothingWhoseHashDoesNotHold() {
        String payload = "<Delete><Object><Key>key</Key></Object></Delete>";

        assertThat(deleteAll(payload, "Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==").error())
                .isEqualTo("400 BadDigest");
        assertThat(deleteAll("not even XML", "Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(deleteAll(payload, "x-amz-checksum-crc32", "AAAAAA==").error())
                .isEqualTo("400 BadDigest");
        assertThat(CLIENT.send("HEAD", object).status()).isEqualTo(200);
    }

    @Test
    void refusesAPayloadThatIsTooLarge() {
        String payload = "<Delete>" + " ".repeat(9 << 20) + "</Delete>";

        assertThat(deleteAll(payload).error()).isEqualTo("400 MaxMessageLengthExceeded");
    }

    @Test
    void refusesABucketThatIsNotThere() {
        assertThat(CLIENT.sendText("POST", "/master.missing?delete", "<Delete><Object><Key>k</Key></Object></Delete>")
                        .error())
                .isEqualTo("404 NoSuchBucket");
    }
}
