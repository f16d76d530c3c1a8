package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.access.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysModeTest {
    private static final String BUCKET = "master.images";
    private static final String OBJECT = "/" + BUCKET + "/key";
    private static final RequestSigner ADMIN = signer("ADMIN", "admin-secret");
    private static final RequestSigner WRITER = signer("WRITER", "writer-secret");
    private static final RequestSigner READER = signer("READER", "reader-secret");

    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.withKeys(
            List.of(RunningGateway.grant("master.public", Right.READ)),
            RunningGateway.credential("ADMIN", "admin-secret", "*", Right.ADMIN),
            RunningGateway.credential("WRITER", "writer-secret", BUCKET, Right.WRITE),
            RunningGateway.credential("READER", "reader-secret", BUCKET, Right.READ));

    private static RequestSigner signer(String accessKey, String secretKey) {
        return new RequestSigner(accessKey, secretKey, Instant.now());
    }

    private static Reply send(RequestSigner signer, String method, String path, String query, String body) {
        String payload = RequestSigner.sha256(body);
        String target = query.isEmpty() ? path : path + "?" + query;
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send(method + " " + target + " HTTP/1.1\r\n"
                    + signer.headerLines(method, path, query, payload, Map.of())
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            return connection.read();
        }
    }

    private static Reply sendPlain(String method, String target) {
        try (RawConnection connection = GATEWAY.connect()) {
            return connection.request(method, target, "Content-Length: 0");
        }
    }

    @BeforeAll
    static void makeBuckets() {
        for (String bucket : List.of(BUCKET, "master.public")) {
            assertThat(send(ADMIN, "PUT", "/" + bucket, "", "").status()).isEqualTo(200);
            assertThat(send(ADMIN, "PUT", "/" + bucket + "/key", "", "content").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void letsEachDoWhatTheirRightsGive() {
        assertThat(send(READER, "GET", OBJECT, "", "").body()).isEqualTo("content");
        assertThat(send(READER, "PUT", OBJECT, "", "x").error()).isEqualTo("403 AccessDenied");
        assertThat(send(WRITER, "PUT", OBJECT, "", "content").status()).isEqualTo(200);
        assertThat(send(WRITER, "DELETE", "/" + BUCKET, "", "").error()).isEqualTo("403 AccessDenied");
        assertThat(send(WRITER, "PUT", "/" + BUCKET, "versioning=", "<x/>").error())
                .isEqualTo("403 AccessDenied");
        assertThat(send(READER, "POST", "/" + BUCKET, "delete=", "not read").error())
                .isEqualTo("403 AccessDenied");
    }

    @Test
    void takesHeadersAsTheyCameWhateverTheirCase() {
        String path = "/" + BUCKET + "/typed";
        Map<String, String> more = Map.of("content-type", "Text/Plain", "content-length", "0");
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + path + " HTTP/1.1\r\n"
                    + WRITER.headerLines("PUT", path, "", RequestSigner.sha256(""), more) + "\r\n");

            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void tellsNothingOfBucketsThatTheCallerMayNotSee() {
        assertThat(send(READER, "GET", "/master.public", "", "").error()).isEqualTo("403 AccessDenied");
        assertThat(send(READER, "GET", "/master.missing", "", "").error()).isEqualTo("403 AccessDenied");
        assertThat(send(READER, "GET", "/", "", "").xml().texts("Buckets/Bucket/Name"))
                .containsExactly(BUCKET);
    }

    @Test
    void asksForRightsOnTheSourceOfACopyToo() {
        String payload = RequestSigner.sha256("");
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + OBJECT + "-copy HTTP/1.1\r\n"
                    + WRITER.headerLines(
                            "PUT", OBJECT + "-copy", "", payload, Map.of("x-amz-copy-source", "master.public/key"))
                    + "Content-Length: 0\r\n\r\n");

            assertThat(connection.read().error()).isEqualTo("403 AccessDenied");
        }
    }

    @Test
    void givesTheAnonymousWhatTheyWereGiven() {
        assertThat(sendPlain("GET", "/master.public/key").body()).isEqualTo("content");
        assertThat(sendPlain("PUT", "/master.public/key").error()).isEqualTo("403 AccessDenied");
        assertThat(sendPlain("GET", OBJECT).error()).isEqualTo("403 AccessDenied");
        assertThat(sendPlain("GET", "/master.public/key?response-content-type=text/html")
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(sendPlain("GET", "/").xml().texts("Buckets/Bucket/Name")).containsExactly("master.public");
    }

    @Test
    void refusesSignaturesThatDoNotHold() {
        assertThat(send(signer("READER", "guess"), "GET", OBJECT, "", "").error())
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(send(signer("NOBODY", "guess"), "GET", OBJECT, "", "").error())
                .isEqualTo("403 InvalidAccessKeyId");
        RequestSigner late =
                new RequestSigner("READER", "reader-secret", Instant.now().minus(Duration.ofMinutes(16)));
        assertThat(send(late, "GET", OBJECT, "", "").error()).isEqualTo("403 RequestTimeTooSkewed");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization: AWS4-HMAC-SHA256 nonsense, 400 AuthorizationHeaderMalformed",
        "Authorization: Bearer token, 400 InvalidRequest",
    })
    void refusesHeadersThatAreNoSignatures(String header, String error) {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("GET", OBJECT, header).error()).isEqualTo(error);
        }
    }

    @Test
    void takesPresignedLinksUntilTheyExpire() {
        String link = OBJECT + "?" + READER.presigned("GET", OBJECT, 60);
        RequestSigner earlier =
                new RequestSigner("READER", "reader-secret", Instant.now().minus(Duration.ofMinutes(5)));

        assertThat(sendPlain("GET", link).body()).isEqualTo("content");
        assertThat(sendPlain("GET", link + "0").error()).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(sendPlain("GET", OBJECT + "?" + earlier.presigned("GET", OBJECT, 60))
                        .error())
                .isEqualTo("403 AccessDenied");
    }

    @Test
    void commitsNothingWhoseHashIsNotTheSignedOne() {
        String path = "/" + BUCKET + "/hashed";
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + path + " HTTP/1.1\r\n"
                    + WRITER.headerLines("PUT", path, "", RequestSigner.sha256("hello"), Map.of())
                    + "Content-Length: 5\r\n\r\nHELLO");

            assertThat(connection.read().error()).isEqualTo("400 XAmzContentSHA256Mismatch");
        }
        assertThat(send(READER, "GET", path, "", "").error()).isEqualTo("404 NoSuchKey");
    }

    @Test
    void takesSignedChunksAndCommitsNothingOfOnesThatWereAltered() {
        assertThat(putInChunks("/" + BUCKET + "/chunks", "hello").status()).isEqualTo(200);
        assertThat(putInChunks("/" + BUCKET + "/altered", "HELLO").error()).isEqualTo("403 SignatureDoesNotMatch");

        assertThat(send(READER, "GET", "/" + BUCKET + "/chunks", "", "").body()).isEqualTo("hello");
        assertThat(send(READER, "GET", "/" + BUCKET + "/altered", "", "").error())
                .isEqualTo("404 NoSuchKey");
    }

    /** Signs a body of {@code hello} and sends this in its place. */
    private static Reply putInChunks(String path, String sent) {
        String payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
        Map<String, String> more = Map.of("x-amz-decoded-content-length", "5");
        String seed = WRITER.signature(
                "PUT",
                path,
                "",
                Map.of(
                        "host",
                        "localhost",
                        "x-amz-date",
                        WRITER.stamp(),
                        "x-amz-content-sha256",
                        payload,
                        "x-amz-decoded-content-length",
                        "5"),
                payload);
        String first = WRITER.chunkSignature(seed, "hello");
        String body = "5;chunk-signature=" + first + "\r\n" + sent + "\r\n0;chunk-signature="
                + WRITER.chunkSignature(first, "") + "\r\n\r\n";
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + path + " HTTP/1.1\r\n" + WRITER.headerLines("PUT", path, "", payload, more)
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            return connection.read();
        }
    }

    @Test
    void refusesBeforeTheBodyIsSent() {
        String payload = "UNSIGNED-PAYLOAD";
        for (RequestSigner refused : List.of(READER, signer("WRITER", "guess"))) {
            try (RawConnection connection = GATEWAY.connect()) {
                connection.send("PUT " + OBJECT + " HTTP/1.1\r\n"
                        + refused.headerLines("PUT", OBJECT, "", payload, Map.of())
                        + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");

                assertThat(connection.read().status()).isEqualTo(403);
            }
        }
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT " + OBJECT + " HTTP/1.1\r\n"
                    + WRITER.headerLines("PUT", OBJECT, "", payload, Map.of())
                    + "Content-Length: 7\r\nExpect: 100-continue\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(100);
            assertThat(connection.send("content").read().status()).isEqualTo(200);
        }
    }
}
