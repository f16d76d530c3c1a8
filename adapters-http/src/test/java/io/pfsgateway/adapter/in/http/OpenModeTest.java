package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenModeTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.openBelow("s3.example.test");

    private static Reply withHeaders(String... lines) {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("GET / HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n");
            return connection.read();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:30600",
                "127.0.0.1",
                "127.8.0.1:30600",
                "[::1]:30600",
                "s3.example.test",
                "S3.example.test:80",
            })
    void answersToItsOwnNames(String host) {
        assertThat(withHeaders("Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "localhost.evil.test",
                "127.0.0.1.evil.test",
                "evils3.example.test",
                "10.0.0.1",
                "[::2]",
                "1270.0.0.1"
            })
    void isClosedToNamesThatAPageMayHaveGivenIt(String host) {
        assertThat(withHeaders("Host: " + host).error()).isEqualTo("403 AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://localhost, 200",
        "Origin: https://LOCALHOST, 200",
        "Origin: http://localhost:81, 403",
        "Origin: http://evil.test, 403",
        "Origin: null, 403",
        "Sec-Fetch-Site: none, 200",
        "Sec-Fetch-Site: same-origin, 200",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: cross-site, 403",
    })
    void isClosedToPagesOfOtherOrigins(String header, int status) {
        Reply reply = withHeaders("Host: localhost", header);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void refusesAPageBeforeItsBodyIsSent() {
        String bucket = GATEWAY.newBucket();
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT /" + bucket + "/key HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.test\r\n"
                    + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");

            assertThat(connection.read().error()).isEqualTo("403 AccessDenied");
        }
    }

    @Test
    void takesAnyCredentials() {
        assertThat(withHeaders(
                                "Host: localhost",
                                "Authorization: AWS4-HMAC-SHA256 Credential=a/20200101/x/s3/aws4_request,"
                                        + " SignedHeaders=host, Signature=00",
                                "x-amz-content-sha256: UNSIGNED-PAYLOAD")
                        .status())
                .isEqualTo(200);
        assertThat(withHeaders("Host: localhost", "Authorization: Basic Zm9v").status())
                .isEqualTo(200);
    }

    @Test
    void findsBucketsInHostNamesBelowItsDomain() {
        String bucket = GATEWAY.newBucket();
        GATEWAY.client().put(bucket, "dir/key", "content");
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("GET /dir/key HTTP/1.1\r\nHost: " + bucket + ".S3.example.test:80\r\n\r\n");
            assertThat(connection.read().body()).isEqualTo("content");
            connection.send("GET / HTTP/1.1\r\nHost: " + bucket + ".s3.example.test\r\n\r\n");
            assertThat(connection.read().xml().texts("Contents/Key")).containsExactly("dir/key");
            connection.send("GET /" + bucket + "/dir/key HTTP/1.1\r\nHost: s3.example.test\r\n\r\n");
            assertThat(connection.read().body()).isEqualTo("content");
        }
    }

    @Test
    void doesNotTrustTheHostThatAProxyIsSaidToHaveSeen() {
        String bucket = GATEWAY.newBucket();
        GATEWAY.client().put(bucket, "key", "content");
        assertThat(withHeaders(
                                "Host: s3.example.test",
                                "X-Forwarded-Host: " + bucket + ".s3.example.test",
                                "Forwarded: host=" + bucket + ".s3.example.test")
                        .xml()
                        .texts("Buckets/Bucket/Name"))
                .contains(bucket);
    }

    @Test
    void isNotServedOnAnAddressThatOthersReachUnlessToldSo() throws UnknownHostException {
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpSettings(
                        everywhere, Optional.empty(), AccessSettings.OPEN, Optional.empty(), 1, Duration.ZERO))
                .withMessageContaining("loopback");
        assertThat(new HttpSettings(
                        everywhere,
                        Optional.empty(),
                        new AccessSettings(SecurityMode.OPEN, true, false),
                        Optional.empty(),
                        1,
                        Duration.ZERO))
                .isNotNull();
        assertThat(new HttpSettings(
                        everywhere, Optional.empty(), AccessSettings.KEYS, Optional.empty(), 1, Duration.ZERO))
                .isNotNull();
    }
}
