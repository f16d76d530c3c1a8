package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come in other pieces than in one that is read at once. */
class RequestsReadAheadTest {
    @AutoClose
    private static final RunningGateway GATEWAY = RunningGateway.open();

    private String bucket = "";

    @BeforeEach
    void makeABucket() {
        bucket = GATEWAY.newBucket();
    }

    private String put(String key, int length, String... headerLines) {
        return "PUT /" + bucket + "/" + key + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n"
                + String.join("", headerLines) + "\r\n";
    }

    private String get(String key) {
        return "GET /" + bucket + "/" + key + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    @Test
    void areReadByteByByte() {
        try (RawConnection connection = GATEWAY.connect()) {
            for (char each : (put("key", 4) + "text").toCharArray()) {
                connection.send(String.valueOf(each));
            }
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.send(get("key")).read().body()).isEqualTo("text");
        }
    }

    @Test
    void mayHaveALongHeadAndALongBody() {
        String body = "0123456789".repeat(10_000);
        try (RawConnection connection = GATEWAY.connect()) {
            String long0 = "x-other-0: " + "x".repeat(3_000) + "\r\n";
            String long1 = "x-other-1: " + "x".repeat(3_000) + "\r\n";
            connection.send(put("key", body.length(), long0, long1) + body);
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.send(get("key")).read().body()).isEqualTo(body);
        }
    }

    @Test
    void mayComeWhileTheOneBeforeIsServed() {
        try (RawConnection connection = GATEWAY.connect()) {
            connection.send(put("first", 5, "Expect: 100-continue\r\n"));
            assertThat(connection.read().status()).isEqualTo(100);
            String second = put("second", 6);
            connection.send("one__" + second.substring(0, 20));
            assertThat(connection.read().status()).isEqualTo(200);
            connection.send(second.substring(20)).send("two");
            connection.send("___" + get("first") + get("second"));

            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.read().body()).isEqualTo("one__");
            assertThat(connection.read().body()).isEqualTo("two___");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void mayBeCutAnywhereAndFollowEachOtherAtOnce(long seed) {
        try (RawConnection connection = GATEWAY.connect()) {
            RequestsInPieces.exchange(connection, bucket, seed);
        }
    }

    @Test
    void areAnsweredToWhoSendsNothingMore() {
        try (RawConnection connection = GATEWAY.connect()) {
            Reply reply = connection.send(put("key", 4) + "text").endSending().read();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(connection.isEnded()).isTrue();
        }
    }
}
