package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "dir/, dir/",
        "/lead, /lead",
        "a//b, a//b",
        "a/./b, a/./b",
        "a/../b, a/../b",
        "../../../up, ../../../up",
        "., .",
        ".., ..",
        "%2E%2E/%2e%2e/x, ../../x",
        "a%2Fb, a/b",
        "a%2fb, a/b",
        "a+b, a+b",
        "a%2Bb, a+b",
        "a%20b, 'a b'",
        "a;b=c/d, a;b=c/d",
        "a%3Bb, a;b",
        "a%5Cb, a\\b",
        "100%25, 100%",
        "%2525, %25",
        "a?, a",
        "a%3Fb, a?b",
        "caf%C3%A9, café",
        "caf\u00c3\u00a9, café",
        "%E6%97%A5, 日",
        "a'b!(c)*d, a'b!(c)*d",
        "a@b:c$d&e=f, a@b:c$d&e=f",
    })
    void takesAKeyFromThePathAsItCame(String path, String key) {
        String bucket = GATEWAY.newBucket();
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("PUT", "/" + bucket + "/" + path, "Content-Length: 0")
                            .status())
                    .isEqualTo(200);
            assertThat(connection.request("GET", "/" + bucket + "/" + path).status())
                    .isEqualTo(200);
        }
        assertThat(CLIENT.send("GET", "/" + bucket).xml().texts("Contents/Key")).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%EF%A3%BF", "\u00ef\u00a3\u00bf"})
    void aCharacterOfPrivateUseIsAKeyLikeAnyOther(String path) {
        String bucket = GATEWAY.newBucket();
        CLIENT.put(bucket, "ab", "kept");
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("PUT", "/" + bucket + "/a" + path + "b", "Content-Length: 0")
                            .status())
                    .isEqualTo(200);
            assertThat(connection.request("DELETE", "/" + bucket + "/" + path).status())
                    .isEqualTo(204);
        }
        assertThat(CLIENT.send("GET", "/" + bucket).xml().texts("Contents/Key")).containsExactly("ab", "a\uf8ffb");
        assertThat(CLIENT.send("GET", "/" + bucket + "/ab").body()).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ff", "%C3%28", "%", "%4", "%zz", "%ED%A0%80", "a#b"})
    void refusesPathsThatAreNoTextInXml(String path) {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.request("GET", "/master.any/" + path);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.xml().text("Code")).isIn("InvalidURI", "BadRequest");
            assertThat(reply.header("x-amz-request-id")).contains(reply.xml().text("RequestId"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefix=%ff", "prefix=%00", "prefix=%", "%ff", "prefix=a#b"})
    void refusesQueriesThatAreNoText(String query) {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("GET", "/master.any?" + query).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void tellsKeysApartThatOnlyNormalisingWouldMakeTheSame() {
        String bucket = GATEWAY.newBucket();
        try (RawConnection connection = GATEWAY.connect()) {
            for (String path : new String[] {"a/b", "a//b", "a/./b", "a/x/../b", "a/b/"}) {
                connection.request("PUT", "/" + bucket + "/" + path, "Content-Length: 0");
            }
        }

        assertThat(CLIENT.send("GET", "/" + bucket).xml().texts("Contents/Key"))
                .containsExactly("a/./b", "a//b", "a/b", "a/b/", "a/x/../b");
    }

    @Test
    void takesATrailingSlashBehindABucketForTheBucket() {
        String bucket = GATEWAY.newBucket();

        assertThat(CLIENT.send("HEAD", "/" + bucket + "/").status()).isEqualTo(200);
    }

    @Test
    void refusesAPathWithoutABucket() {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("GET", "//key").error()).isEqualTo("400 InvalidBucketName");
        }
    }

    @Test
    void takesLongHeadersAndRefusesLongerOnesInXml() {
        String bucket = GATEWAY.newBucket();
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("HEAD", "/" + bucket, "x-long: " + "v".repeat(60_000))
                            .status())
                    .isEqualTo(200);
        }
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.request("GET", "/" + bucket, "x-long: " + "v".repeat(70_000));

            assertThat(reply.error()).isEqualTo("400 RequestHeaderSectionTooLarge");
        }
    }
}
