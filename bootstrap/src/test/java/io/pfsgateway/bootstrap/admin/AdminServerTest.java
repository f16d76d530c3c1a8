package io.pfsgateway.bootstrap.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdminServerTest {
    private static final String METRICS = "some_total 1.0\n";

    private final Readiness readiness = new Readiness();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AdminServer server;

    AdminServerTest() throws IOException {
        server = start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isAliveBeforeItIsReady() throws Exception {
        assertThat(status("GET", "/livez")).isEqualTo(200);
        assertThat(status("GET", "/readyz")).isEqualTo(503);
        readiness.ask(List.of(new Check("file system", () -> true)));
        assertThat(status("GET", "/readyz")).isEqualTo(200);
        assertThat(status("HEAD", "/readyz")).isEqualTo(200);
    }

    @Test
    void answersThoughManyNeverSendTheirRequestsToTheEnd() throws Exception {
        List<Socket> unfinished = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket();
                socket.connect(server.address());
                socket.getOutputStream().write("G".getBytes(US_ASCII));
                unfinished.add(socket);
            }
            assertThat(status("GET", "/livez")).isEqualTo(200);
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
    }

    @Test
    void isReadyOnlyWhileEverythingAnswersAndSaysWhatDoes() throws Exception {
        AtomicBoolean files = new AtomicBoolean();
        AtomicBoolean database = new AtomicBoolean();
        readiness.ask(List.of(
                new Check("file system", () -> {
                    if (!files.get()) {
                        throw new IllegalStateException("closed");
                    }
                    return true;
                }),
                new Check("bookkeeping", database::get)));
        assertThat(status("GET", "/readyz")).isEqualTo(503);
        assertThat(body("/readyz"))
                .isEqualTo("not ready\nfile system: does not answer\nbookkeeping: does not answer\n");
        assertThat(status("GET", "/livez")).isEqualTo(200);
        files.set(true);
        assertThat(status("GET", "/readyz")).isEqualTo(503);
        assertThat(body("/readyz")).isEqualTo("not ready\nfile system: answers\nbookkeeping: does not answer\n");
        database.set(true);
        assertThat(status("GET", "/readyz")).isEqualTo(200);
        assertThat(body("/readyz")).isEqualTo("ready\nfile system: answers\nbookkeeping: answers\n");
        readiness.stop();
        assertThat(status("GET", "/readyz")).isEqualTo(503);
        assertThat(body("/readyz")).isEqualTo("not ready\n");
    }

    @Test
    void isAliveAndNotReadyWhileTheFileSystemHangs() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        readiness.ask(List.of(new Check("file system", () -> {
            asked.countDown();
            try {
                answered.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return true;
        })));
        Thread first = new Thread(readiness::report);
        first.start();
        asked.await();
        assertThat(status("GET", "/readyz")).isEqualTo(503);
        assertThat(status("GET", "/livez")).isEqualTo(200);
        answered.countDown();
        first.join();
        assertThat(status("GET", "/readyz")).isEqualTo(200);
    }

    @Test
    void showsWhatIsCountedInPrometheusFormat() throws Exception {
        HttpResponse<String> reply = send("GET", "/metrics");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(reply.body()).isEqualTo(METRICS);
    }

    @Test
    void knowsNothingElse() throws Exception {
        assertThat(status("GET", "/")).isEqualTo(404);
        assertThat(status("GET", "/livez/more")).isEqualTo(404);
    }

    @Test
    void letsNothingBeChanged() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
            HttpResponse<String> reply = send(method, "/livez");
            assertThat(reply.statusCode()).as(method).isEqualTo(405);
            assertThat(reply.headers().firstValue("allow")).as(method).contains("GET, HEAD");
        }
    }

    @Test
    void answersWhileAnotherProbeNeverFinishesItsRequest() throws Exception {
        try (Socket slow =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            slow.getOutputStream().write("GET /livez HTTP/1.1\r\n".getBytes(US_ASCII));
            slow.getOutputStream().flush();
            assertThat(status("GET", "/livez")).isEqualTo(200);
        }
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        assertThatIOException().isThrownBy(() -> AdminServer.start(server.address(), readiness, () -> METRICS));
    }

    @Test
    void listensNoMoreOnceClosed() {
        server.close();
        assertThatIOException().isThrownBy(() -> status("GET", "/livez"));
    }

    private AdminServer start() throws IOException {
        return AdminServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), readiness, () -> METRICS);
    }

    private int status(String method, String path) throws IOException, InterruptedException {
        return send(method, path).statusCode();
    }

    private String body(String path) throws IOException, InterruptedException {
        return send("GET", path).body();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
