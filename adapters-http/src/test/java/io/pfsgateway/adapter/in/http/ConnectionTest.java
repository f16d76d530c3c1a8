package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private static final String CLOSE = "close";

    private String bucket = "";

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
    }

    @Test
    void namesEveryRequest() {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply first = connection.request("GET", "/" + bucket);
            Reply second = connection.request("GET", "/" + bucket + "/missing");

            assertThat(first.header("x-amz-request-id")).isPresent().isNotEqualTo(second.header("x-amz-request-id"));
            assertThat(first.header("x-amz-id-2")).isPresent();
            assertThat(second.xml().text("RequestId"))
                    .isEqualTo(second.header("x-amz-request-id").orElseThrow());
            assertThat(second.xml().text("Resource")).isEqualTo("/" + bucket + "/missing");
            assertThat(second.xml().namespace()).isEmpty();
            assertThat(second.header("content-type")).contains("application/xml");
            assertThat(first.header("server")).isEmpty();
        }
    }

    @Test
    void goesOnAfterAnErrorBeforeAShortBodyWasRead() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT /master.missing/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n"
                    + "GET / HTTP/1.1\r\nHost:");
            assertThat(connection.read().error()).isEqualTo("404 NoSuchBucket");

            assertThat(connection.request("HEAD", "/" + bucket).status()).isEqualTo(200);
        }
    }

    @Test
    void waitsForNoBodyThatNobodyWants() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT /master.missing/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n");

            Reply reply = connection.read();

            assertThat(reply.error()).isEqualTo("404 NoSuchBucket");
            assertThat(reply.header("connection")).contains(CLOSE);
            assertThat(connection.isEnded()).isTrue();
        }
    }

    @Test
    void endsTheConnectionWhenTooMuchOfABodyIsLeft() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT /master.missing/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n");
            connection.send("x".repeat(3_000_000));

            Reply reply = connection.read();

            assertThat(reply.error()).isEqualTo("404 NoSuchBucket");
            assertThat(reply.header("connection")).contains(CLOSE);
            assertThat(connection.isEnded()).isTrue();
        }
    }

    @Test
    void asksForABodyOnlyWhenItIsWanted() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send("PUT /" + bucket + "/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(100);
            assertThat(connection.send("hello").read().status()).isEqualTo(200);
        }
        for (String refused :
                new String[] {"/master.missing/key", "/a..b/key", "/" + bucket + "/" + "k".repeat(1025)}) {
            try (RawConnection connection = GATEWAY.connect()) {
                connection.send("PUT " + refused + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                        + "Expect: 100-continue\r\n\r\n");

                Reply reply = connection.read();

                assertThat(reply.status()).as(refused).isGreaterThanOrEqualTo(400);
                assertThat(reply.header("connection")).contains(CLOSE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%s/missing", "/master.missing", "/a..b", "/%s?uploads", "/%s/k?versionId=null"})
    void sendsNoBodyInAnswerToAHead(String target) {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply head = connection.request("HEAD", target.formatted(bucket));

            assertThat(head.status()).isGreaterThanOrEqualTo(400);
            assertThat(connection.request("HEAD", "/" + bucket).status())
                    .as("what follows is the next answer")
                    .isEqualTo(200);
        }
    }

    @Test
    void passesOverExpectationsThatItDoesNotKnow() {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("HEAD", "/" + bucket, "Expect: 200").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            })
    void answersInXmlToWhatIsNoHttp(String request) {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.send(request).read();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.xml().name()).isEqualTo("Error");
            assertThat(reply.header("x-amz-request-id")).isPresent();
        }
    }

    @Test
    void sendsSmallAnswersWithTheirLength() {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection.request("GET", "/" + bucket).header("content-length"))
                    .isPresent();
            assertThat(connection
                            .request("PUT", "/" + bucket + "/k", "Content-Length: 0")
                            .header("content-type"))
                    .isEmpty();
        }
    }
}
