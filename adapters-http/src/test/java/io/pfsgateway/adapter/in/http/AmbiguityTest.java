package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that could be read in two ways, or of which a part would be dropped. */
class AmbiguityTest {
    private static final RunningGateway GATEWAY = RunningGateway.open();
    private static final TestClient CLIENT = GATEWAY.client();

    private String bucket = "";
    private String object = "";

    @BeforeEach
    void putAnObject() {
        bucket = GATEWAY.newBucket();
        object = "/" + bucket + "/key";
        CLIENT.put(bucket, "key", "0123456789");
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-MD5", "Range", "x-amz-content-sha256", "Authorization", "x-amz-copy-source"})
    void refusesAHeaderTwiceThatHasOneValue(String name) {
        try (RawConnection connection = GATEWAY.connect()) {
            assertThat(connection
                            .request("GET", object, name + ": a", name + ": b")
                            .error())
                    .isEqualTo("400 InvalidRequest");
        }
    }

    @Test
    void comparesStronglyForIfMatchAndWeaklyForIfNoneMatch() {
        String etag = CLIENT.send("GET", object).header("etag").orElseThrow();

        assertThat(CLIENT.send("GET", object, "If-Match", etag).status()).isEqualTo(200);
        assertThat(CLIENT.send("GET", object, "If-Match", "W/" + etag).status()).isEqualTo(412);
        assertThat(CLIENT.send("GET", object, "If-None-Match", "W/" + etag).status())
                .isEqualTo(304);
        assertThat(CLIENT.sendText("PUT", object, "new", "If-Match", "W/" + etag)
                        .status())
                .isEqualTo(412);
        assertThat(CLIENT.send(
                                "PUT",
                                object + "2",
                                "x-amz-copy-source",
                                object,
                                "x-amz-copy-source-if-match",
                                "W/" + etag)
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({
        "BYTES=1-2, 206, 12",
        "Bytes = 8-99999999999999999999999999, 206, 89",
        "bytes=-99999999999999999999999999, 206, 0123456789",
        "bytes=00000000000000000000000000000009-, 206, 9"
    })
    void readsRangesInAnyCaseAndOfAnyLength(String range, int status, String body) {
        Reply reply = CLIENT.send("GET", object, "Range", range);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(body);
    }

    @Test
    void refusesARangeThatBeginsBeyondAnyLength() {
        assertThat(CLIENT.send("GET", object, "Range", "bytes=99999999999999999999999999-")
                        .error())
                .isEqualTo("416 InvalidRange");
    }

    @Test
    void refusesACopyWithABodyOrARange() {
        String copy = "/" + bucket + "/copy";
        assertThat(CLIENT.sendText("PUT", copy, "body", "x-amz-copy-source", object)
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(CLIENT.send("PUT", copy, "x-amz-copy-source", object, "x-amz-copy-source-range", "bytes=0-1")
                        .error())
                .isEqualTo("400 InvalidArgument");
        try (RawConnection connection = GATEWAY.connect()) {
            String head = "PUT " + copy + " HTTP/1.1\r\nHost: localhost\r\nx-amz-copy-source: " + object
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            assertThat(connection.send(head + "1\r\nx\r\n0\r\n\r\n").read().error())
                    .isEqualTo("400 InvalidRequest");
        }
        assertThat(CLIENT.send("GET", copy).error()).isEqualTo("404 NoSuchKey");
        try (RawConnection connection = GATEWAY.connect()) {
            String head = "PUT " + copy + " HTTP/1.1\r\nHost: localhost\r\nx-amz-copy-source: " + object
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            assertThat(connection.send(head + "0\r\n\r\n").read().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnElementTwiceOfWhichOneWouldBeDropped() {
        String twice = "<Delete><Object><Key>key</Key><Key>other</Key></Object></Delete>";
        String many = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>";

        String apart =
                "<Delete><Object><Key>key</Key></Object><Quiet>false</Quiet><Object><Key>b</Key></Object></Delete>";

        for (String payload : List.of(twice, apart)) {
            assertThat(CLIENT.sendText("POST", "/" + bucket + "?delete", payload)
                            .error())
                    .isEqualTo("400 MalformedXML");
        }
        assertThat(CLIENT.send("GET", object).status()).isEqualTo(200);
        assertThat(CLIENT.sendText("POST", "/" + bucket + "?delete", many).status())
                .isEqualTo(200);
    }

    @Test
    void saysOfADeletedKeyThatItWasDeleted() {
        CLIENT.send("DELETE", object);

        for (String method : new String[] {"GET", "HEAD"}) {
            Reply gone = CLIENT.send(method, object);
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.header("x-amz-delete-marker")).contains("true");
        }
        assertThat(CLIENT.send("GET", object).error()).isEqualTo("404 NoSuchKey");
        assertThat(CLIENT.send("GET", object + "-never").header("x-amz-delete-marker"))
                .isEmpty();
    }
}
