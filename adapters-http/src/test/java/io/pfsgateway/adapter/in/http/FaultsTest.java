package io.pfsgateway.adapter.in.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.pfsgateway.application.port.in.AbortMultipartUploadUseCase;
import io.pfsgateway.application.port.in.BucketCorsUseCase;
import io.pfsgateway.application.port.in.BucketTaggingUseCase;
import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.CopyObjectUseCase;
import io.pfsgateway.application.port.in.CreateBucketUseCase;
import io.pfsgateway.application.port.in.CreateMultipartUploadUseCase;
import io.pfsgateway.application.port.in.DeleteBucketUseCase;
import io.pfsgateway.application.port.in.DeleteObjectsUseCase;
import io.pfsgateway.application.port.in.GetObjectUseCase;
import io.pfsgateway.application.port.in.InspectBucketUseCase;
import io.pfsgateway.application.port.in.ListBucketsUseCase;
import io.pfsgateway.application.port.in.ListMultipartUploadsUseCase;
import io.pfsgateway.application.port.in.ListObjectVersionsUseCase;
import io.pfsgateway.application.port.in.ListObjectsUseCase;
import io.pfsgateway.application.port.in.ListPartsUseCase;
import io.pfsgateway.application.port.in.PutObjectTaggingUseCase;
import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.in.UploadPartCopyUseCase;
import io.pfsgateway.application.port.in.UploadPartUseCase;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final ListBucketsUseCase listBuckets = mock();
    private final PutObjectUseCase putObject = mock();
    private final GetObjectUseCase getObject = mock();
    private final HttpGateway gateway = RunningGateway.start(
            new HttpSettings(
                    RunningGateway.loopback(),
                    Optional.empty(),
                    AccessSettings.OPEN,
                    Optional.empty(),
                    1,
                    Duration.ofSeconds(20)),
            new UseCases(
                    new OpenAuthenticateService(),
                    new BucketUseCases(
                            listBuckets,
                            mock(CreateBucketUseCase.class),
                            mock(DeleteBucketUseCase.class),
                            mock(InspectBucketUseCase.class),
                            mock(ListObjectsUseCase.class),
                            mock(ListObjectVersionsUseCase.class)),
                    new BucketConfigurationUseCases(mock(BucketTaggingUseCase.class), mock(BucketCorsUseCase.class)),
                    new ObjectUseCases(
                            getObject,
                            putObject,
                            mock(CopyObjectUseCase.class),
                            mock(DeleteObjectsUseCase.class),
                            mock(PutObjectTaggingUseCase.class)),
                    mockedUploads()),
            Clock.systemUTC());
    private final TestClient client = new TestClient(gateway.address());

    private static UploadUseCases mockedUploads() {
        return new UploadUseCases(
                mock(CreateMultipartUploadUseCase.class),
                mock(UploadPartUseCase.class),
                mock(UploadPartCopyUseCase.class),
                mock(ListPartsUseCase.class),
                mock(ListMultipartUploadsUseCase.class),
                mock(CompleteMultipartUploadUseCase.class),
                mock(AbortMultipartUploadUseCase.class));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void tellsThatAnOutcomeIsUnknownAndWhenToLookAgain() throws IOException {
        when(putObject.putObject(any()))
                .thenThrow(FileSystemFailure.outcomeUnknown(new IllegalStateException("10.0.0.1:5432 reset")));

        Reply reply = client.sendText("PUT", "/master.b/key", "x");

        assertThat(reply.error()).isEqualTo("503 ServiceUnavailable");
        assertThat(reply.header("retry-after")).isPresent();
        assertThat(reply.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void showsNothingOfItsOwnFaults() {
        when(listBuckets.listBuckets(any())).thenThrow(new IllegalStateException("SELECT secret FROM /var/lib"));

        Reply reply = client.send("GET", "/");

        assertThat(reply.error()).isEqualTo("500 InternalError");
        assertThat(reply.body()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void answersInXmlEvenWhenItRunsOutOfMemory() {
        when(listBuckets.listBuckets(any())).thenThrow(new OutOfMemoryError("heap"));

        assertThat(client.send("GET", "/").error()).isEqualTo("500 InternalError");
    }

    @Test
    void breaksOffAnAnswerWhoseBytesCannotBeRead() {
        GetObjectUseCase.Result result = FoundObject.of(3_000_000, bytesThenFailure(1_000_000));
        when(getObject.getObject(any())).thenReturn(result);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.send("GET", "/master.b/key"));
        verify(result, timeout(10_000)).close();
    }

    @Test
    @SuppressWarnings("NullAway") // a bucket that cannot be shown: the fault that is wanted
    void breaksOffADocumentThatCannotBeWrittenToItsEnd() {
        List<BranchInfo> buckets = new ArrayList<>();
        for (int each = 0; each < 5_000; each++) {
            buckets.add(new BranchInfo(BucketName.parse("master.b" + each).branch(), Instant.EPOCH));
        }
        buckets.add(new BranchInfo(BucketName.parse("master.last").branch(), null));
        when(listBuckets.listBuckets(any())).thenReturn(new ListBucketsUseCase.Result(buckets, Optional.empty()));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.send("GET", "/"));
    }

    @Test
    void answersAnErrorWhenNotOneByteCouldBeRead() {
        GetObjectUseCase.Result result = FoundObject.of(10, bytesThenFailure(0));
        when(getObject.getObject(any())).thenReturn(result);

        Reply reply = client.send("GET", "/master.b/key");

        assertThat(reply.error()).isEqualTo("500 InternalError");
        assertThat(reply.header("etag")).isEmpty();
        verify(result, timeout(10_000)).close();
    }

    @Test
    void slowsDownWhoeverComesWhenAllPlacesAreTaken() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        holdListing(entered, leave);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Reply> held = other.submit(() -> client.send("GET", "/"));
            entered.await();

            Reply refused = client.send("GET", "/");
            leave.countDown();

            assertThat(refused.error()).isEqualTo("503 SlowDown");
            assertThat(refused.header("retry-after")).isPresent();
            assertThat(held.get().status()).isEqualTo(200);
            assertThat(client.send("GET", "/").status())
                    .as("the place is free again")
                    .isEqualTo(200);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void slowsDownAtOnceWhileABodyIsStillToCome() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        holdListing(entered, leave);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (RawConnection small = new RawConnection(gateway.address());
                RawConnection large = new RawConnection(gateway.address());
                RawConnection asking = new RawConnection(gateway.address())) {
            Future<Reply> held = other.submit(() -> client.send("GET", "/"));
            entered.await();

            small.send("PUT /master.b/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(small.read().error()).isEqualTo("503 SlowDown");
            large.send("PUT /master.b/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\nhello");
            Reply early = large.read();
            asking.send(String.join(
                    "\r\n",
                    "PUT /master.b/key HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 5",
                    "Expect: 100-continue",
                    "",
                    ""));
            Reply unasked = asking.read();
            leave.countDown();

            assertThat(early.error()).as("answered with the body not yet here").isEqualTo("503 SlowDown");
            assertThat(early.header("connection")).contains("close");
            assertThat(unasked.error()).as("the body was not asked for").isEqualTo("503 SlowDown");
            assertThat(asking.isEnded()).isTrue();
            assertThat(held.get().status()).isEqualTo(200);
            assertThat(small.request("GET", "/").status())
                    .as("the connection is kept")
                    .isEqualTo(200);
            large.send("x".repeat(2_999_995));
            assertThat(large.isEnded()).isTrue();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void finishesWhatIsUnderWayBeforeItStops() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        holdListing(entered, leave);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<Reply> held = others.submit(() -> client.send("GET", "/"));
            entered.await();
            Future<?> stopping = others.submit(gateway::close);
            leave.countDown();

            assertThat(held.get().status()).isEqualTo(200);
            stopping.get();
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.send("GET", "/"));
        } finally {
            others.shutdown();
        }
    }

    private void holdListing(CountDownLatch entered, CountDownLatch leave) {
        when(listBuckets.listBuckets(any())).thenAnswer(call -> {
            entered.countDown();
            leave.await();
            return new ListBucketsUseCase.Result(java.util.List.of(), Optional.empty());
        });
    }

    private static InputStream bytesThenFailure(int bytes) {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        return bytes == 0
                ? failing
                : new SequenceInputStream(new java.io.ByteArrayInputStream(new byte[bytes]), failing);
    }
}
