package io.pfsgateway.adapter.in.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests as they are given, unsigned. */
final class TestClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final InetSocketAddress address;

    TestClient(InetSocketAddress address) {
        this.address = address;
    }

    /** Sends a request without a body; headers are names and values in turn. */
    Reply send(String method, String target, String... headers) {
        return exchange(method, target, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends a request with a body. */
    Reply sendText(String method, String target, String body, String... headers) {
        return exchange(
                method, target, HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)), headers);
    }

    private Reply exchange(String method, String target, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + address.getPort() + target))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Reply.of(
                    response.statusCode(), new TreeMap<>(response.headers().map()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts an object that must be accepted, and gives its version. */
    String put(String bucket, String key, String body, String... headers) {
        Reply reply = sendText("PUT", "/" + bucket + "/" + key, body, headers);
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + ": " + reply.body());
        }
        return reply.header("x-amz-version-id").orElseThrow();
    }

    /** Headers of several kinds at once. */
    static String[] headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
    }
}
