package io.pfsgateway.adapter.in.http;

import static io.pfsgateway.adapter.in.http.ObjectTaggingTest.tagging;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketConfigurationTest {
    private static final String MINIMAL = "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin>";

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";

    @BeforeEach
    void makeBucket() {
        bucket = GATEWAY.newBucket();
    }

    private Reply put(String subResource, String payload) {
        return CLIENT.sendText("PUT", "/" + bucket + "?" + subResource, payload);
    }

    private Reply get(String subResource) {
        return CLIENT.send("GET", "/" + bucket + "?" + subResource);
    }

    private static String cors(String... rules) {
        StringBuilder xml = new StringBuilder("<CORSConfiguration>");
        for (String rule : rules) {
            xml.append("<CORSRule>").append(rule).append("</CORSRule>");
        }
        return xml.append("</CORSConfiguration>").toString();
    }

    @Test
    void keepsTheTagsOfABucket() {
        assertThat(get("tagging").error()).isEqualTo("404 NoSuchTagSet");
        assertThat(put("tagging", tagging("Hello", "World", "a", "")).status()).isEqualTo(200);
        assertThat(get("tagging").xml().texts("TagSet/Tag/Key")).containsExactly("Hello", "a");
        assertThat(get("tagging").xml().texts("TagSet/Tag/Value")).containsExactly("World", "");

        assertThat(CLIENT.send("DELETE", "/" + bucket + "?tagging").status()).isEqualTo(204);
        assertThat(CLIENT.send("DELETE", "/" + bucket + "?tagging").status()).isEqualTo(204);
        assertThat(get("tagging").error()).isEqualTo("404 NoSuchTagSet");
    }

    @Test
    void takesFiftyTagsOfABucketAndNoMore() {
        String[] fifty = IntStream.range(0, 100).mapToObj(i -> "t" + i).toArray(String[]::new);
        String[] more = IntStream.range(0, 102).mapToObj(i -> "t" + i).toArray(String[]::new);

        assertThat(put("tagging", tagging(fifty)).status()).isEqualTo(200);
        assertThat(put("tagging", tagging(more)).error()).isEqualTo("400 InvalidTag");
        assertThat(get("tagging").xml().texts("TagSet/Tag")).hasSize(50);
    }

    @Test
    void keepsTheRulesOfABucketInTheirOrder() {
        String rule = "<AllowedOrigin>*.get</AllowedOrigin><AllowedMethod>GET</AllowedMethod><ID>one</ID>"
                + "<AllowedOrigin>*.put</AllowedOrigin><MaxAgeSeconds> 3000 </MaxAgeSeconds>"
                + "<AllowedMethod>PUT</AllowedMethod><ExposeHeader>ETag</ExposeHeader>"
                + "<AllowedHeader>x-amz-*</AllowedHeader>";
        assertThat(put("cors", cors(rule, MINIMAL)).status()).isEqualTo(200);

        XmlTree rules = get("cors").xml();
        assertThat(rules.name()).isEqualTo("CORSConfiguration");
        XmlTree first = rules.children().get(0);
        assertThat(first.text("ID")).isEqualTo("one");
        assertThat(first.texts("AllowedOrigin")).containsExactly("*.get", "*.put");
        assertThat(first.texts("AllowedMethod")).containsExactly("GET", "PUT");
        assertThat(first.texts("AllowedHeader")).containsExactly("x-amz-*");
        assertThat(first.texts("ExposeHeader")).containsExactly("ETag");
        assertThat(first.text("MaxAgeSeconds")).isEqualTo("3000");
        assertThat(rules.children().get(1).names()).containsExactly("AllowedMethod", "AllowedOrigin");

        assertThat(CLIENT.send("DELETE", "/" + bucket + "?cors").status()).isEqualTo(204);
        assertThat(get("cors").error()).isEqualTo("404 NoSuchCORSConfiguration");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400 MalformedXML",
        "<AllowedMethod>GET</AllowedMethod>, 400 MalformedXML",
        "<AllowedOrigin>*</AllowedOrigin>, 400 MalformedXML",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><Other/>, 400 MalformedXML",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><MaxAgeSeconds>x</MaxAgeSeconds>, 400 MalformedXML",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><MaxAgeSeconds>-1</MaxAgeSeconds>, 400 MalformedXML",
        "<AllowedMethod>PATCH</AllowedMethod><AllowedOrigin>*</AllowedOrigin>, 400 InvalidRequest",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*.*</AllowedOrigin>, 400 InvalidRequest",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin/>, 400 InvalidRequest",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><AllowedHeader>*-*</AllowedHeader>, 400 InvalidRequest",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><ExposeHeader>x-*</ExposeHeader>, 400 InvalidRequest",
        "<AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><ExposeHeader>a&#13;&#10;b</ExposeHeader>, 400 InvalidRequest",
    })
    void refusesWhatAreNoRules(String rule, String error) {
        assertThat(put("cors", cors(rule)).error()).isEqualTo(error);
        assertThat(get("cors").error()).isEqualTo("404 NoSuchCORSConfiguration");
    }

    @Test
    void refusesNoRulesAndTooMany() {
        assertThat(put("cors", cors()).error()).isEqualTo("400 MalformedXML");
        assertThat(put(
                                "cors",
                                cors(IntStream.range(0, 101)
                                        .mapToObj(i -> MINIMAL)
                                        .toArray(String[]::new)))
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(put("cors", cors(MINIMAL + "<ID>" + "i".repeat(256) + "</ID>"))
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(put("cors", cors(MINIMAL) + "<!--" + " ".repeat(64 * 1024) + "-->")
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tagging", "cors"})
    void isReadInACommitOfTheBranchAndSetOnlyOnTheBranch(String subResource) {
        String payload = subResource.equals("cors") ? cors(MINIMAL) : tagging("a", "1");
        String commit = "/" + CLIENT.put(bucket, "key", "x") + "." + bucket + "?" + subResource;
        put(subResource, payload);

        assertThat(CLIENT.send("GET", commit).xml()).isEqualTo(get(subResource).xml());
        assertThat(CLIENT.sendText("PUT", commit, payload).error()).isEqualTo("403 AccessDenied");
        assertThat(CLIENT.send("DELETE", commit).error()).isEqualTo("403 AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tagging", "cors"})
    void goesWithTheBucket(String subResource) {
        String payload = subResource.equals("cors") ? cors(MINIMAL) : tagging("a", "1");
        put(subResource, payload);
        CLIENT.send("DELETE", "/" + bucket);
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(CLIENT.sendText(method, "/" + bucket + "?" + subResource, payload)
                            .error())
                    .isEqualTo("404 NoSuchBucket");
        }
        CLIENT.send("PUT", "/" + bucket);

        assertThat(get(subResource).status()).isEqualTo(404);
    }
}
