package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.tls.TlsFiles;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.testkit.fake.InMemoryFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectContentTest {
    /** More than a socket takes while nobody reads at its other end. */
    private static final int MANY_BYTES = 64 << 20;

    private final GetObjectUseCase getObject = mock();
    private final List<EndedRequest> ended = new CopyOnWriteArrayList<>();
    private final HttpGateway gateway = start(Optional.empty());

    @TempDir
    Path folder;

    private HttpGateway start(Optional<TlsFiles> tls) {
        UseCases inMemory = ServicesInMemory.on(new InMemoryFileSystem().roles(), new OpenAuthenticateService());
        ObjectUseCases objects = inMemory.objects();
        UseCases useCases = new UseCases(
                inMemory.authenticate(),
                inMemory.buckets(),
                inMemory.bucketConfigurations(),
                new ObjectUseCases(
                        getObject,
                        objects.putObject(),
                        objects.copyObject(),
                        objects.deleteObjects(),
                        objects.putObjectTagging()),
                inMemory.uploads());
        HttpSettings settings = new HttpSettings(
                RunningGateway.loopback(), tls, AccessSettings.OPEN, Optional.empty(), 16, Duration.ofSeconds(10));
        try {
            return HttpGateway.start(settings, useCases, Clock.systemUTC(), ended::add);
        } catch (TlsRefused refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private byte[] write(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Files.write(folder.resolve("file"), bytes);
        return bytes;
    }

    private SentFile file() throws IOException {
        return SentFile.of(folder.resolve("file"));
    }

    private GetObjectUseCase.Result serve(SentFile content, long sizeBytes) {
        GetObjectUseCase.Result result = FoundObject.of(sizeBytes, content);
        when(getObject.getObject(any())).thenReturn(result);
        return result;
    }

    @ParameterizedTest
    @ValueSource(ints = {32_769, 1 << 20, (1 << 20) + 1, 5_000_001})
    void goesFromTheFileToTheSocketWithoutACopy(int size) throws IOException {
        byte[] bytes = write(size);
        try (SentFile content = file();
                RawConnection connection = new RawConnection(gateway.address())) {
            GetObjectUseCase.Result result = serve(content, size);
            Reply reply = connection.request("GET", "/master.b/key");
            // Its last byte may be here before the server has counted it.
            verify(result, timeout(10_000)).close();

            assertThat(reply.bytes()).isEqualTo(bytes);
            assertThat(content.sent).hasPositiveValue();
        }
    }

    @Test
    void leavesTheConnectionFitForTheNextRequest() throws IOException {
        byte[] bytes = write(3_000_000);
        try (RawConnection connection = new RawConnection(gateway.address())) {
            for (int i = 0; i < 3; i++) {
                try (SentFile content = file()) {
                    serve(content, bytes.length);
                    assertThat(connection.request("GET", "/master.b/key").bytes())
                            .isEqualTo(bytes);
                }
                assertThat(connection.request("PUT", "/master.b" + i).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void isLeftAloneWhenAllIsSent() throws IOException {
        byte[] bytes = write(300_000);
        try (SentFile content = file();
                RawConnection connection = new RawConnection(gateway.address())) {
            GetObjectUseCase.Result result = serve(content, bytes.length);
            Reply reply = connection.request("GET", "/master.b/key", "Connection: close");
            verify(result, timeout(10_000)).close();

            assertThat(reply.bytes()).isEqualTo(bytes);
            assertThat(connection.isEnded()).isTrue();
            assertThat(content.askedAtEnd).as("the socket may be shut by then").hasValue(0);
        }
    }

    @Test
    void isAnErrorWhereItCannotBeReadAtAll() throws IOException {
        write(300_000);
        try (SentFile content = SentFile.failing(folder.resolve("file"), 0);
                RawConnection connection = new RawConnection(gateway.address())) {
            serve(content, 300_000);

            assertThat(connection.request("GET", "/master.b/key").error()).isEqualTo("500 InternalError");
        }
    }

    @Test
    void waitsForAClientThatReadsLate() throws Exception {
        byte[] bytes = write(MANY_BYTES);
        try (SentFile content = file();
                RawConnection connection = new RawConnection(gateway.address())) {
            serve(content, bytes.length);
            connection.send("GET /master.b/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(content.full.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(connection.read().bytes()).isEqualTo(bytes);
            assertThat(content.sent).hasPositiveValue();
        }
    }

    @Test
    void isCountedAsSent() throws IOException {
        byte[] bytes = write(3_000_000);
        try (SentFile content = file();
                RawConnection connection = new RawConnection(gateway.address())) {
            serve(content, bytes.length);
            connection.request("GET", "/master.b/key");
        }
        gateway.close();

        assertThat(ended).singleElement().extracting(EndedRequest::sentBytes).isEqualTo(3_000_000L);
    }

    @Test
    void breaksTheAnswerOffWhereItCannotBeReadAnyMore() throws IOException {
        write(3_000_000);
        try (SentFile content = SentFile.failing(folder.resolve("file"), 1_500_000);
                RawConnection connection = new RawConnection(gateway.address())) {
            GetObjectUseCase.Result result = serve(content, 3_000_000);
            connection.send("GET /master.b/key HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(connection.read().bytes()).hasSizeLessThanOrEqualTo(1_500_000);
            assertThat(connection.isEnded()).isTrue();
            verify(result, timeout(10_000)).close();
        }
    }

    @Test
    void isLetGoOfWhenItsClientGoes() throws Exception {
        write(MANY_BYTES);
        try (SentFile content = file()) {
            GetObjectUseCase.Result result = serve(content, MANY_BYTES);
            try (RawConnection connection = new RawConnection(gateway.address())) {
                connection.send("GET /master.b/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(content.full.await(20, TimeUnit.SECONDS)).isTrue();
            }
            verify(result, timeout(10_000)).close();
        }
    }

    @Test
    void isReadWhereItIsEnciphered() throws IOException {
        byte[] bytes = write(3_000_000);
        TestCertificates certificates = TestCertificates.make(folder, "EC");
        try (HttpGateway tls = start(Optional.of(certificates.write(folder, "PRIVATE KEY")));
                SentFile content = file()) {
            serve(content, bytes.length);
            byte[] read = TlsTest.get(tls.address(), certificates, "/master.b/key")
                    .body()
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(read).isEqualTo(bytes);
            assertThat(content.sent).hasValue(0);
        }
    }
}
