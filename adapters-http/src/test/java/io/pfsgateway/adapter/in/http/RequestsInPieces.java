package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests that are sent one behind the other, with heads and bodies of all lengths, and in pieces that end anywhere; between two
 * pieces, now and then, all answers are waited for that can come, so that the gateway has read what was sent and waits for more. What
 * is drawn is told by the seed alone.
 */
final class RequestsInPieces {
    private static final int REQUESTS = 12;
    private static final int[] PADDINGS = {0, 10, 2_500, 3_900, 4_096, 6_000};
    private static final int[] LENGTHS = {0, 1, 1_024, 3_000, 4_096, 5_000, 20_000};
    private static final int[] PIECES = {7, 100, 1_000, 4_096, 16_384};
    private static final int PIECES_TO_A_PAUSE = 3;
    private static final int KEYS = 4;

    private final String bucket;
    private final Random random;
    private final Map<String, String> stored = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Expected> expected = new ArrayList<>();
    private int answered;

    /** What the answer to a request holds, and where in all that is sent the request ends. */
    private record Expected(String body, int end) {}

    private RequestsInPieces(String bucket, Random random) {
        this.bucket = bucket;
        this.random = random;
    }

    /** Sends some and compares every answer; the bucket is there, and empty. */
    static void exchange(RawConnection connection, String bucket, long seed) {
        RequestsInPieces requests = new RequestsInPieces(bucket, new Random(seed));
        requests.draw();
        requests.send(connection);
    }

    private void draw() {
        for (int request = 0; request < REQUESTS; request++) {
            String key = "key" + random.nextInt(KEYS);
            if (stored.containsKey(key) && random.nextBoolean()) {
                head("GET", key, 0);
                expect(stored.get(key));
            } else {
                String body = String.valueOf((char) ('a' + request)).repeat(oneOf(LENGTHS));
                head("PUT", key, body.length());
                text.append(body);
                expect("");
                stored.put(key, body);
            }
        }
    }

    private void expect(String body) {
        expected.add(new Expected(body, text.length()));
    }

    private void head(String method, String key, int length) {
        text.append("%s /%s/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\nX-Padding: %s\r\n\r\n"
                .formatted(method, bucket, key, length, "x".repeat(oneOf(PADDINGS))));
    }

    private void send(RawConnection connection) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + oneOf(PIECES));
            connection.send(text.substring(from, to));
            from = to;
            if (from == text.length() || random.nextInt(PIECES_TO_A_PAUSE) == 0) {
                readAnswers(connection, from);
            }
        }
    }

    /** All to what has been sent. */
    private void readAnswers(RawConnection connection, int sent) {
        while (answered < expected.size() && expected.get(answered).end() <= sent) {
            Reply reply = connection.read();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(expected.get(answered).body());
            answered++;
        }
    }

    private int oneOf(int[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
