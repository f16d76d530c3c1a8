package io.pfsgateway.adapter.in.http.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each request is signed by hand over the canonical text that a client following the S3 reference would sign. */
final class CanonicalisationTest {
    private static final String TIMESTAMP = "20130524T000000Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/bucket/a b              | /bucket/a%20b",
                "/bucket/a%20b            | /bucket/a%20b",
                "/bucket/a+b              | /bucket/a%2Bb",
                "/bucket/a%2bb            | /bucket/a%2Bb",
                "/bucket/a%7Eb            | /bucket/a~b",
                "/bucket/(x)!*'           | /bucket/%28x%29%21%2A%27",
                "/bucket//a/./../b/       | /bucket//a/./../b/",
                "/bucket/%e4%b8%96        | /bucket/%E4%B8%96",
                "/bucket/\u4e16           | /bucket/%E4%B8%96",
                "/bucket/100%             | /bucket/100%25",
                "/bucket/%zz              | /bucket/%25zz",
                "/bucket/a%2Fb            | /bucket/a%2Fb",
                "/bucket/a%2Fb            | /bucket/a/b",
                "/bucket/a%252Fb          | /bucket/a%252Fb",
            })
    void signsThePathEncodedOnceAndNeverNormalised(String rawPath, String canonicalPath) {
        assertVerified(rawPath, "", canonicalPath, "");
    }

    @Test
    void signsAnEmptyPathAsASlash() {
        assertVerified("", "", "/", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uploads                  | uploads=",
                "b=2&a=1                  | a=1&b=2",
                "a=2&a=1                  | a=1&a=2",
                "a=&a                     | a=&a=",
                "prefix=a/b&x=~           | prefix=a%2Fb&x=~",
                "prefix=a+b               | prefix=a%20b",
                "prefix=a%2Bb             | prefix=a%2Bb",
                "prefix=a%20b&delimiter=/ | delimiter=%2F&prefix=a%20b",
                "Z=1&a=1                  | Z=1&a=1",
                "a=b=c                    | a=b%3Dc",
                "a-b=1&a=1                | a=1&a-b=1",
                "&a=1&&                   | a=1",
            })
    void signsTheQuerySortedByEncodedNameThenValue(String rawQuery, String canonicalQuery) {
        assertVerified("/bucket", rawQuery, "/bucket", canonicalQuery);
    }

    @Test
    void signsHeaderValuesTrimmedCollapsedAndJoined() {
        RequestHeaders.Builder headers = RequestHeaders.builder()
                .add("HOST", " s3.local:9000 ")
                .add("X-Amz-Date", TIMESTAMP)
                .add("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD")
                .add("X-Amz-Meta-Note", "  a   b\t\tc ")
                .add("x-amz-meta-note", "second")
                .add("Content-Type", "text/plain; charset=utf-8")
                .add("Content-Length", "5")
                .add("Expect", "100-continue");
        String names = "content-length;content-type;expect;host;x-amz-content-sha256;x-amz-date;x-amz-meta-note";
        String canonical = "PUT\n/b/k\n\ncontent-length:5\ncontent-type:text/plain; charset=utf-8\n"
                + "expect:100-continue\nhost:s3.local:9000\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:"
                + TIMESTAMP + "\nx-amz-meta-note:a b c,second\n\n" + names + "\nUNSIGNED-PAYLOAD";

        assertThat(verify("PUT", "/b/k", "", headers, names, canonical)).isEqualTo(SignatureResult.Kind.VERIFIED);
    }

    @Test
    void leavesOutASignedHeaderThatDidNotCome() {
        String names = "expires;host;x-amz-content-sha256;x-amz-date";
        String canonical = "GET\n/\n\nhost:h\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:" + TIMESTAMP + "\n\n"
                + names + "\nUNSIGNED-PAYLOAD";

        assertThat(verify("GET", "/", "", minimal(), names, canonical)).isEqualTo(SignatureResult.Kind.VERIFIED);
    }

    @Test
    void signsHeaderBytesAsTheyCame() {
        String utf8AsLatin1 = "\u00c3\u00a9";
        String names = "host;x-amz-content-sha256;x-amz-date;x-amz-meta-name";
        String canonical = "GET\n/\n\nhost:h\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:" + TIMESTAMP
                + "\nx-amz-meta-name:\u00e9\n\n" + names + "\nUNSIGNED-PAYLOAD";

        assertThat(verify("GET", "/", "", minimal().add("x-amz-meta-name", utf8AsLatin1), names, canonical))
                .isEqualTo(SignatureResult.Kind.VERIFIED);
    }

    private static RequestHeaders.Builder minimal() {
        return RequestHeaders.builder()
                .add("host", "h")
                .add("x-amz-date", TIMESTAMP)
                .add("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    }

    private static void assertVerified(String rawPath, String rawQuery, String path, String query) {
        String names = "host;x-amz-content-sha256;x-amz-date";
        String canonical =
                "GET\n" + path + "\n" + query + "\nhost:h\nx-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:"
                        + TIMESTAMP + "\n\n" + names + "\nUNSIGNED-PAYLOAD";
        assertThat(verify("GET", rawPath, rawQuery, minimal(), names, canonical))
                .isEqualTo(SignatureResult.Kind.VERIFIED);
    }

    private static SignatureResult.Kind verify(
            String method, String path, String query, RequestHeaders.Builder headers, String names, String canonical) {
        String signature = HandSigned.signature(TIMESTAMP, "eu-central-9", canonical);
        headers.add(
                "Authorization",
                "AWS4-HMAC-SHA256 Signature=" + signature + ", SignedHeaders=" + names + ", Credential="
                        + PublishedExamples.ACCESS_KEY + "/20130524/eu-central-9/s3/aws4_request");
        return PublishedExamples.verifier()
                .verify(new SignedRequest(method, path, query, headers.build()))
                .kind();
    }
}
