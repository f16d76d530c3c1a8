package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests that are sent one behind the other without waiting for answers, with heads and bodies of all lengths, and in pieces that
 * end anywhere. What is drawn is told by the seed alone.
 */
final class RequestsInPieces {
    private static final int REQUESTS = 12;
    private static final int[] PADDINGS = {0, 10, 2_500, 3_900, 4_096, 6_000};
    private static final int[] LENGTHS = {0, 1, 1_024, 3_000, 4_096, 5_000, 20_000};
    private static final int[] PIECES = {7, 100, 1_000, 4_096, 16_384};
    private static final int KEYS = 4;

    private final String bucket;
    private final Random random;
    private final Map<String, String> stored = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> bodies = new ArrayList<>();

    private RequestsInPieces(String bucket, Random random) {
        this.bucket = bucket;
        this.random = random;
    }

    /** Sends some and compares every answer; the bucket is there, and empty. */
    static void exchange(RawConnection connection, String bucket, long seed) {
        RequestsInPieces requests = new RequestsInPieces(bucket, new Random(seed));
        requests.draw();
        requests.send(connection);
        for (String body : requests.bodies) {
            Reply reply = connection.read();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(body);
        }
    }

    private void draw() {
        for (int request = 0; request < REQUESTS; request++) {
            String key = "key" + random.nextInt(KEYS);
            if (stored.containsKey(key) && random.nextBoolean()) {
                head("GET", key, 0);
                bodies.add(stored.get(key));
            } else {
                String body = String.valueOf((char) ('a' + request)).repeat(oneOf(LENGTHS));
                head("PUT", key, body.length());
                text.append(body);
                bodies.add("");
                stored.put(key, body);
            }
        }
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
        }
    }

    private int oneOf(int[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
