package io.pfsgateway.adapter.in.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.access.Right;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway that takes version 2 of signatures, on real connections, in both styles of addressing. */
class Version2ModeTest {
    private static final String SECRET = "version-2-secret";
    private static final RunningGateway GATEWAY = RunningGateway.withVersion2Below(
            "s3.example.test", List.of(), RunningGateway.credential("OLD", SECRET, "*", Right.ADMIN));

    @BeforeAll
    static void makeABucket() {
        assertThat(send("PUT", "localhost", "/master.old", "/master.old", "").status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request signed for a resource, whatever its target is. */
    private static Reply send(String method, String host, String target, String resource, String body) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        String text = method + "\n\n\n" + date + "\n" + resource;
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nDate: " + date
                    + "\r\nAuthorization: AWS OLD:" + sign(text) + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body);
            return connection.read();
        }
    }

    @Test
    void writesAndReadsInBothStyles() {
        String host = "master.old.s3.example.test";
        assertThat(send("PUT", "localhost", "/master.old/path", "/master.old/path", "one")
                        .status())
                .isEqualTo(200);
        assertThat(send("PUT", host, "/host", "/master.old/host", "two").status())
                .isEqualTo(200);

        assertThat(send("GET", host, "/path", "/master.old/path", "").body()).isEqualTo("one");
        assertThat(send("GET", "localhost", "/master.old/host", "/master.old/host", "")
                        .body())
                .isEqualTo("two");
        assertThat(send("GET", host, "/host?versions", "/master.old/host", "").error())
                .isEqualTo("403 SignatureDoesNotMatch");
    }

    @Test
    void takesABucketWithASlashBehindItOrWithout() {
        assertThat(send("GET", "localhost", "/master.old", "/master.old", "").status())
                .isEqualTo(200);
        assertThat(send("GET", "localhost", "/master.old", "/master.old/", "").status())
                .isEqualTo(200);
        assertThat(send("GET", "localhost", "/master.old/", "/master.old", "").error())
                .isEqualTo("403 SignatureDoesNotMatch");
    }

    @Test
    void takesASignedUrl() {
        long end = Instant.now().plusSeconds(60).getEpochSecond();
        assertThat(send("PUT", "localhost", "/master.old/link", "/master.old/link", "x")
                        .status())
                .isEqualTo(200);

        assertThat(get(end, sign("GET\n\n\n" + end + "\n/master.old/link")).body())
                .isEqualTo("x");
        assertThat(get(end + 1, sign("GET\n\n\n" + end + "\n/master.old/link")).error())
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(get(1, sign("GET\n\n\n1\n/master.old/link")).error()).isEqualTo("403 AccessDenied");
    }

    private static Reply get(long expires, String signature) {
        return GATEWAY.client()
                .send(
                        "GET",
                        "/master.old/link?AWSAccessKeyId=OLD&Expires=" + expires + "&Signature="
                                + URLEncoder.encode(signature, UTF_8));
    }

    @Test
    void answersWhatIsMalformedAsS3Does() {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("GET", "/", "Authorization: AWS HAHAHA")
                            .error())
                    .isEqualTo("400 InvalidArgument");
        }
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("GET", "/", "Authorization: AWS OLD:x")
                            .error())
                    .isEqualTo("403 AccessDenied");
        }
        assertThat(GATEWAY.client().send("GET", "/?AWSAccessKeyId=OLD").error()).isEqualTo("403 AccessDenied");
    }
}
