package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.operation.LongAnswers;
import io.pfsgateway.adapter.in.http.server.Admission;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase.Result;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongCompletionTest {
    private static final String PAYLOAD =
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>";
    private static final String TARGET = "/master.b/key?uploadId=1";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final CommitId COMMIT = new CommitId("0123456789ab4def8123456789abcdef");
    private static final LongAnswers.Pace SHORT = new LongAnswers.Pace(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final LongAnswers.Pace LONG = new LongAnswers.Pace(Duration.ofMinutes(10), Duration.ofMinutes(10));

    private final CompleteMultipartUploadUseCase complete = mock();
    private final CountDownLatch leave = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private Optional<HttpGateway> gateway = Optional.empty();

    @AfterEach
    void stop() {
        leave.countDown();
        gateway.ifPresent(HttpGateway::close);
    }

    private HttpGateway start(LongAnswers.Pace pace, int maxRequests) {
        UseCases all = ServicesInMemory.on(new InMemoryFileSystem().roles(), new OpenAuthenticateService());
        UploadUseCases uploads = all.uploads();
        UseCases useCases = new UseCases(
                all.authenticate(),
                all.buckets(),
                all.bucketConfigurations(),
                all.objects(),
                new UploadUseCases(
                        uploads.createMultipartUpload(),
                        uploads.uploadPart(),
                        uploads.uploadPartCopy(),
                        uploads.listParts(),
                        uploads.listMultipartUploads(),
                        complete,
                        uploads.abortMultipartUpload()));
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(),
                Optional.empty(),
                AccessSettings.OPEN,
                Optional.empty(),
                maxRequests,
                Duration.ofSeconds(30));
        try {
            HttpGateway started = HttpGateway.start(
                    settings, useCases, Clock.systemUTC(), RequestObserver.NONE, pace, Admission.USUAL_PATIENCE);
            gateway = Optional.of(started);
            return started;
        } catch (TlsRefused refused) {
            throw new AssertionError("No certificate was asked for", refused);
        }
    }

    private void completesWhenAllowed(Supplier<Result> outcome) {
        when(complete.completeMultipartUpload(any())).thenAnswer(call -> {
            leave.await();
            try {
                return outcome.get();
            } finally {
                finished.countDown();
            }
        });
    }

    private static Result done() {
        FileVersion file = new FileVersion(
                new ObjectKey("key"),
                5,
                new EntityTag(new ContentHash("0".repeat(64)), 2),
                Instant.EPOCH,
                COMMIT,
                ObjectAttributes.NONE);
        return new Result(file, Optional.of(COMMIT), Optional.empty());
    }

    private static HttpResponse<InputStream> begin(HttpGateway gateway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.address().getPort() + TARGET))
                .POST(HttpRequest.BodyPublishers.ofString(PAYLOAD))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String read(InputStream stream, int length) throws IOException {
        return new String(stream.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheConnectionAliveUntilTheObjectIsThere() throws Exception {
        completesWhenAllowed(LongCompletionTest::done);

        HttpResponse<InputStream> response = begin(start(SHORT, 4));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/xml");
        try (InputStream body = response.body()) {
            String early = read(body, DECLARATION.length() + 3);
            assertThat(early).isEqualTo(DECLARATION + "   ");
            assertThat(finished.getCount()).as("still under way").isEqualTo(1);
            leave.countDown();
            XmlTree xml = XmlTree.parse(
                    (early + new String(body.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            assertThat(xml.name()).isEqualTo("CompleteMultipartUploadResult");
            assertThat(xml.text("ETag")).isEqualTo('"' + "0".repeat(64) + "-2\"");
        }
    }

    @Test
    void endsALongAnswerWithAnErrorWhenItFails() throws Exception {
        completesWhenAllowed(() -> {
            throw UploadFailure.invalidPart("1", 1);
        });

        HttpResponse<InputStream> response = begin(start(SHORT, 4));
        leave.countDown();

        try (InputStream body = response.body()) {
            XmlTree xml = XmlTree.parse(body.readAllBytes());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(xml.name()).isEqualTo("Error");
            assertThat(xml.text("Code")).isEqualTo("InvalidPart");
            assertThat(xml.text("Resource")).isEqualTo("/master.b/key");
            assertThat(xml.text("RequestId"))
                    .isEqualTo(response.headers().firstValue("x-amz-request-id").orElseThrow());
        }
    }

    @Test
    void showsNothingOfItsOwnFaultsLate() throws Exception {
        completesWhenAllowed(() -> {
            throw new IllegalStateException("SELECT secret");
        });

        HttpResponse<InputStream> response = begin(start(SHORT, 4));
        leave.countDown();

        try (InputStream body = response.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("<Code>InternalError</Code>").doesNotContain("secret");
        }
    }

    @Test
    void answersWithTheUsualStatusWithinTheTime() {
        when(complete.completeMultipartUpload(any()))
                .thenReturn(done())
                .thenThrow(UploadFailure.noSuchUpload("1"))
                .thenThrow(FileSystemFailure.outcomeUnknown(new IllegalStateException("reset")))
                .thenThrow(new OutOfMemoryError("heap"));
        TestClient client = new TestClient(start(LONG, 4).address());

        Reply completed = client.sendText("POST", TARGET, PAYLOAD);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.header("x-amz-version-id")).contains(COMMIT.value());
        assertThat(client.sendText("POST", TARGET, PAYLOAD).error()).isEqualTo("404 NoSuchUpload");
        assertThat(client.sendText("POST", TARGET, PAYLOAD).error()).isEqualTo("503 ServiceUnavailable");
        assertThat(client.sendText("POST", TARGET, PAYLOAD).error()).isEqualTo("500 InternalError");
    }

    @Test
    void answersTheSameWhenTheUploadCouldNotBeClearedAway() {
        when(complete.completeMultipartUpload(any()))
                .thenReturn(new Result(
                        done().file(),
                        Optional.of(COMMIT),
                        Optional.of(FileSystemFailure.outcomeUnknown(new IllegalStateException("reset")))));
        TestClient client = new TestClient(start(LONG, 4).address());

        assertThat(client.sendText("POST", TARGET, PAYLOAD).status()).isEqualTo(200);
    }

    @Test
    void goesOnWithoutItsClientAndIsWaitedForWhenTheGatewayStops() throws Exception {
        completesWhenAllowed(LongCompletionTest::done);
        HttpGateway running = start(SHORT, 4);
        begin(running).body().close();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> stopped = other.submit(() -> {
                running.close();
                return finished.await(0, TimeUnit.SECONDS);
            });

            leave.countDown();

            assertThat(stopped.get())
                    .as("finished before the gateway had stopped")
                    .isTrue();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void slowsDownWhenTooManyGoOnWithoutTheirClients() throws Exception {
        completesWhenAllowed(LongCompletionTest::done);
        HttpGateway running = start(SHORT, 1);
        TestClient client = new TestClient(running.address());
        begin(running).body().close();
        Reply free = client.send("GET", "/");
        while (free.status() == 503) {
            // The gateway learns that the client has gone when it next sends a blank.
            Thread.onSpinWait();
            free = client.send("GET", "/");
        }

        assertThat(client.sendText("POST", TARGET, PAYLOAD).error()).isEqualTo("503 SlowDown");
    }
}
