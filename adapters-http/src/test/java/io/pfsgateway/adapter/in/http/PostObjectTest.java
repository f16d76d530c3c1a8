package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.access.Right;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostObjectTest {
    private static final RunningGateway GATEWAY = RunningGateway.withVersion2Below(
            "s3.example.test",
            List.of(RunningGateway.grant("master.public", Right.WRITE)),
            RunningGateway.credential("FORMS", PostForms.SECRET, "*", Right.ADMIN),
            RunningGateway.credential("READS", PostForms.SECRET, "*", Right.READ));

    @BeforeAll
    static void makeBuckets() {
        for (String bucket : List.of(PostForms.BUCKET, "master.public")) {
            assertThat(signed("PUT", "/" + bucket).status()).isEqualTo(200);
        }
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    private static RequestSigner signer() {
        return new RequestSigner("FORMS", PostForms.SECRET, Instant.now());
    }

    private static Reply signed(String method, String path) {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send(method + " " + path + " HTTP/1.1\r\n"
                    + signer().headerLines(method, path, "", RequestSigner.sha256(""), Map.of())
                    + "Content-Length: 0\r\n\r\n");
            return connection.read();
        }
    }

    private static Reply send(String target, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=" + PostForms.BOUNDARY;
        return GATEWAY.client().sendText("POST", target, body, all);
    }

    private static Reply post(Map<String, String> fields, String content) {
        return send("/" + PostForms.BUCKET, PostForms.body(fields, "C:\\folder\\name.txt", content));
    }

    @Test
    void writesTheFileWithWhatTheFieldsSayOfIt() {
        Map<String, String> fields = PostForms.form(
                "[\"starts-with\",\"$key\",\"dir/\"],[\"starts-with\",\"$Content-Type\",\"text/\"],"
                        + "{\"x-amz-meta-who\":\"me\"},{\"Cache-Control\":\"no-store\"},[\"starts-with\",\"$tagging\",\"\"],"
                        + "{\"ACL\":\"private\"}",
                Map.of(
                        "Key",
                        "dir/${filename}",
                        "Content-Type",
                        "text/plain",
                        "x-amz-meta-who",
                        "me",
                        "cache-control",
                        "no-store",
                        "acl",
                        "private",
                        "tagging",
                        "<Tagging><TagSet><Tag><Key>a b</Key><Value>c=d</Value></Tag></TagSet></Tagging>",
                        "x-ignore-me",
                        "anything"));

        Reply made = post(fields, "content");
        Reply read = signed("GET", "/" + PostForms.BUCKET + "/dir/name.txt");

        assertThat(made.status()).isEqualTo(204);
        assertThat(made.header("etag")).isEqualTo(read.header("etag"));
        assertThat(made.header("location"))
                .hasValueSatisfying(
                        location -> assertThat(location).endsWith("/" + PostForms.BUCKET + "/dir/name.txt"));
        assertThat(read.body()).isEqualTo("content");
        assertThat(read.header("content-type")).contains("text/plain");
        assertThat(read.header("cache-control")).contains("no-store");
        assertThat(read.header("x-amz-meta-who")).contains("me");
        assertThat(read.header("x-amz-tagging-count")).contains("1");
    }

    @Test
    void takesSignaturesOfVersion4() {
        RequestSigner signer = signer();
        String day = signer.stamp().substring(0, 8);
        String credential = "FORMS/" + day + "/eu-north-1/s3/aws4_request";
        String policy = PostForms.base64("{\"expiration\":\"" + Instant.now().plusSeconds(60)
                + "\",\"conditions\":[{\"bucket\":\""
                + PostForms.BUCKET
                + "\"},{\"key\":\"v4\"},{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"},{\"x-amz-credential\":\""
                + credential + "\"},{\"x-amz-date\":\"" + signer.stamp() + "\"}]}");
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "key",
                "v4",
                "x-amz-algorithm",
                "AWS4-HMAC-SHA256",
                "x-amz-credential",
                credential,
                "x-amz-date",
                signer.stamp(),
                "policy",
                policy,
                "x-amz-signature",
                signer.sign(policy)));

        assertThat(post(fields, "x").status()).isEqualTo(204);
        fields.put("x-amz-signature", signer.sign(policy + "x"));
        assertThat(post(fields, "x").error()).isEqualTo("403 SignatureDoesNotMatch");
        fields.remove("x-amz-signature");
        assertThat(post(fields, "x").error()).isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "201, 201", "204, 204", "404, 204", "'', 204"})
    void answersWithTheStatusThatWasAskedFor(String asked, int status) {
        Map<String, String> fields = PostForms.form(
                "{\"key\":\"a b/c\"},[\"starts-with\",\"$success_action_status\",\"\"]",
                Map.of("key", "a b/c", "success_action_status", asked));

        Reply reply = post(fields, "x");

        assertThat(reply.status()).isEqualTo(status);
        if (status == 201) {
            assertThat(reply.xml().text("Bucket")).isEqualTo(PostForms.BUCKET);
            assertThat(reply.xml().text("Key")).isEqualTo("a b/c");
            assertThat(reply.xml().text("Location")).endsWith("/" + PostForms.BUCKET + "/a%20b/c");
            assertThat(reply.header("etag")).contains(reply.xml().text("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"success_action_redirect", "redirect"})
    void redirectsWhereTheFormSays(String field) {
        Map<String, String> fields = PostForms.form(
                "{\"key\":\"r\"},[\"starts-with\",\"$" + field + "\",\"\"]",
                Map.of("key", "r", field, "https://example.test/done?x=1"));
        Reply reply = post(fields, "x");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .startsWith("https://example.test/done?x=1&bucket=" + PostForms.BUCKET + "&key=r&etag=%22"));

        fields.put(field, "javascript:alert(1)");
        assertThat(post(fields, "x").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\":\"other\"}|403 AccessDenied",
                "[\"eq\",\"$key\",\"other\"]|403 AccessDenied",
                "[\"starts-with\",\"$key\",\"o\"]|403 AccessDenied",
                "{\"key\":\"k\"},[\"starts-with\",\"$x-amz-meta-a\",\"b\"]|403 AccessDenied",
                "{\"x-amz-meta-b\":\"\"}|403 AccessDenied",
                "{\"key\":\"k\"},[\"content-length-range\",2,9]|400 EntityTooSmall",
                "{\"key\":\"k\"},[\"content-length-range\",0,0]|400 EntityTooLarge",
                "{\"key\":\"k\"},[\"content-length-range\",0]|400 InvalidPolicyDocument",
                "{\"key\":\"k\"},[\"content-length-range\",-1,9]|400 InvalidPolicyDocument",
                "{\"key\":\"k\"},[\"ends-with\",\"$key\",\"k\"]|400 InvalidPolicyDocument",
                "{\"key\":\"k\"},{}|400 InvalidPolicyDocument",
                "{\"key\":\"k\"},{\"acl\":1}|400 InvalidPolicyDocument",
                "{\"key\":\"k\"},\"acl\"|400 InvalidPolicyDocument",
                "{\"key\":\"k\"}]|400 InvalidPolicyDocument"
            })
    void commitsNothingThatThePolicyForbids(String conditions, String error) {
        assertThat(post(PostForms.form(conditions, Map.of("key", "k")), "x").error())
                .isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/a\0b", "user/\u00e9.txt"})
    void refusesAKeyThatIsNoTextThatAnObjectCanBeAskedForBy(String key) {
        Map<String, String> fields = PostForms.form("[\"starts-with\",\"$key\",\"user/\"]", Map.of("key", "user/@"));
        String form = PostForms.body(fields, "name.txt", "x").replace("user/@", key);
        String head = "Content-Type: multipart/form-data; boundary=" + PostForms.BOUNDARY + "\r\nContent-Length: "
                + form.length() + "\r\n\r\n";
        try (RawConnection connection = GATEWAY.connect()) {
            String target = "/" + PostForms.BUCKET;
            Reply reply = connection
                    .send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + head + form)
                    .read();
            assertThat(reply.error()).isEqualTo("400 InvalidArgument");
        }
    }

    @Test
    void refusesAFieldThatNoConditionSpeaksOf() {
        Reply reply = post(PostForms.form("{\"key\":\"k\"}", Map.of("key", "k", "x-amz-meta-more", "1")), "x");

        assertThat(reply.error()).isEqualTo("403 AccessDenied");
        assertThat(reply.xml().text("Message"))
                .isEqualTo("Invalid according to Policy: Extra input fields: x-amz-meta-more");
    }

    @Test
    void refusesAPolicyThatIsOldOrForAnotherBucketOrNone() {
        Map<String, String> key = Map.of("key", "k");
        String later = Instant.now().plusSeconds(60).toString();
        Map<String, String> old =
                PostForms.form("FORMS", Instant.now().minusSeconds(1).toString(), "{\"key\":\"k\"}", key);

        assertThat(post(old, "x").error()).isEqualTo("403 AccessDenied");
        assertThat(post(PostForms.form("FORMS", "tomorrow", "{\"key\":\"k\"}", key), "x")
                        .error())
                .isEqualTo("400 InvalidPolicyDocument");
        for (String policy : List.of(
                "no json",
                "[]",
                "{\"conditions\":[]}",
                "{\"expiration\":\"" + later + "\"}",
                "{\"expiration\":\"" + later + "\",\"CONDITIONS\":[]}",
                "{\"expiration\":\"" + later + "\",\"conditions\":[]} more")) {
            assertThat(post(PostForms.signed("FORMS", PostForms.base64(policy), key), "x")
                            .error())
                    .as(policy)
                    .isEqualTo("400 InvalidPolicyDocument");
        }
        String anyBucket = "{\"expiration\":\"" + later + "\",\"conditions\":[{\"key\":\"k\"}]}";
        assertThat(post(PostForms.signed("FORMS", PostForms.base64(anyBucket), key), "x")
                        .error())
                .isEqualTo("403 AccessDenied");
        assertThat(send("/master.public", PostForms.body(PostForms.form("{\"key\":\"k\"}", key), "f", "x"))
                        .error())
                .isEqualTo("403 AccessDenied");
    }

    @Test
    void refusesWhoeverMayNotWrite() {
        Map<String, String> fields = Map.of("key", "k");
        String later = Instant.now().plusSeconds(60).toString();

        assertThat(post(PostForms.form("READS", later, "{\"key\":\"k\"}", fields), "x")
                        .error())
                .isEqualTo("403 AccessDenied");
        assertThat(post(PostForms.form("NOBODY", later, "{\"key\":\"k\"}", fields), "x")
                        .error())
                .isEqualTo("403 InvalidAccessKeyId");
        assertThat(post(fields, "x").error()).isEqualTo("403 AccessDenied");
        Map<String, String> spoiled = PostForms.form("{\"key\":\"k\"}", fields);
        spoiled.put("signature", PostForms.sign("another"));
        assertThat(post(spoiled, "x").error()).isEqualTo("403 SignatureDoesNotMatch");
        spoiled.remove("signature");
        assertThat(post(spoiled, "x").error()).isEqualTo("400 InvalidArgument");
    }

    @Test
    void takesFormsOfAnyoneWhereEveryoneMayWrite() {
        Reply reply = send("/master.public", PostForms.body(Map.of("key", "k"), "f", "x"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(signed("GET", "/master.public/k").body()).isEqualTo("x");
    }

    @Test
    void findsTheBucketInTheHost() {
        try (RawConnection connection = GATEWAY.connect()) {
            String body = PostForms.body(Map.of("key", "hosted"), "f", "x");
            connection.send("POST / HTTP/1.1\r\nHost: master.public.s3.example.test\r\nContent-Length: " + body.length()
                    + "\r\nContent-Type: multipart/form-data; boundary=" + PostForms.BOUNDARY + "\r\n\r\n" + body);
            assertThat(connection.read().header("location")).contains("http://master.public.s3.example.test/hosted");
        }
    }

    @Test
    void refusesWhatIsNoForm() {
        String good = PostForms.body(Map.of("key", "never"), "f", "x");
        String target = "/master.public";
        assertThat(GATEWAY.client()
                        .sendText("POST", target, good, "Content-Type", "text/plain")
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(GATEWAY.client()
                        .sendText("POST", target, good, "Content-Type", "multipart/form-data")
                        .error())
                .isEqualTo("400 MalformedPOSTRequest");
        assertThat(send(target, good.substring(0, good.length() - 6)).error()).isEqualTo("400 MalformedPOSTRequest");
        assertThat(send(target, "nothing").error()).isEqualTo("400 MalformedPOSTRequest");
        assertThat(send(target, "--" + PostForms.BOUNDARY + "--\r\n").error()).isEqualTo("400 InvalidArgument");
        assertThat(send(target, PostForms.body(Map.of(), "f", "x")).error()).isEqualTo("400 InvalidArgument");
        assertThat(send(target, good.replace("--" + PostForms.BOUNDARY + "--", good))
                        .error())
                .isEqualTo("400 InvalidArgument");
        assertThat(send(target, PostForms.body(Map.of("key", "never", "content-type", "a\r\nX-Evil: 1"), "f", "x"))
                        .error())
                .isEqualTo("400 InvalidArgument");
        assertThat(send(target, good, "Authorization", "AWS FORMS:x").status()).isGreaterThanOrEqualTo(400);
        assertThat(signed("GET", target + "/never").error()).isEqualTo("404 NoSuchKey");
    }

    @Test
    void limitsFieldsAndVerifiesChecksums() {
        String target = "/master.public";
        assertThat(send(target, PostForms.body(Map.of("key", "never", "x-ignore-a", "x".repeat(65 * 1024)), "f", "x"))
                        .error())
                .isEqualTo("400 MaxPostPreDataLengthExceededError");
        assertThat(send(target, PostForms.body(Map.of("key", "never", "x-amz-checksum-crc32", "AAAAAA=="), "f", "x"))
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(send(
                                target,
                                PostForms.body(
                                        Map.of("key", "never", "x-amz-server-side-encryption", "AES256"), "f", "x"))
                        .error())
                .isEqualTo("501 NotImplemented");
        assertThat(signed("GET", target + "/never").error()).isEqualTo("404 NoSuchKey");
        assertThat(send(target, PostForms.body(Map.of("key", "sum", "x-amz-checksum-crc32", "NhCmhg=="), "f", "hello"))
                        .header("x-amz-checksum-crc32"))
                .contains("NhCmhg==");
    }

    @Test
    void keepsEveryByteOfALargeFile() {
        StringBuilder content = new StringBuilder();
        for (int line = 0; line < 40_000; line++) {
            content.append(line)
                    .append("\r\n--")
                    .append(PostForms.BOUNDARY, 0, line % PostForms.BOUNDARY.length())
                    .append('\r');
        }
        assertThat(send("/master.public", PostForms.body(Map.of("key", "large"), "f", content.toString()))
                        .status())
                .isEqualTo(204);
        assertThat(signed("GET", "/master.public/large").body()).isEqualTo(content.toString());
    }
}
