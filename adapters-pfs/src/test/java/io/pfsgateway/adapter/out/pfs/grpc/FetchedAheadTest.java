package io.pfsgateway.adapter.out.pfs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.pfs.protocol.APIGrpc;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.WalkFileRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream from a server that sends as much as it is asked for, and no more. */
@Timeout(60)
class FetchedAheadTest {
    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName("fetched-ahead").build();
    private volatile @Nullable ServerCallStreamObserver<FileInfo> serving;
    private int number;
    private Status end = Status.OK;

    private final Server server = InProcessServerBuilder.forName("fetched-ahead")
            .addService(new Numbers())
            .build();

    /** Sends files that are as large as their numbers. */
    private final class Numbers extends APIGrpc.APIImplBase {
        @Override
        public void walkFile(WalkFileRequest request, StreamObserver<FileInfo> client) {
            ServerCallStreamObserver<FileInfo> call = (ServerCallStreamObserver<FileInfo>) client;
            call.setOnCancelHandler(cancelled::countDown);
            serving = call;
            call.setOnReadyHandler(() -> {
                while (call.isReady() && sent.get() < number) {
                    call.onNext(FileInfo.newBuilder()
                            .setSizeBytes(sent.getAndIncrement())
                            .build());
                }
                if (sent.compareAndSet(number, number + 1)) {
                    end(call);
                }
            });
        }

        private void end(StreamObserver<FileInfo> call) {
            if (end.isOk()) {
                call.onCompleted();
            } else {
                call.onError(end.asException());
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private List<Long> take(Predicate<List<Long>> wantsMore) throws StatusException {
        List<Long> taken = new ArrayList<>();
        read(taken, wantsMore);
        return taken;
    }

    private void read(List<Long> taken, Predicate<List<Long>> wantsMore) throws StatusException {
        APIGrpc.APIStub stub = APIGrpc.newStub(channel).withExecutor(Runnable::run);
        try (FetchedAhead<FileInfo> stream =
                FetchedAhead.start(answers -> stub.walkFile(WalkFileRequest.getDefaultInstance(), answers))) {
            Optional<FileInfo> next = stream.next();
            while (next.isPresent()) {
                taken.add(next.get().getSizeBytes());
                next = wantsMore.test(taken) ? stream.next() : Optional.empty();
            }
        }
    }

    /** Waits until the server has sent all that it was asked for. */
    private void awaitServer() {
        ServerCallStreamObserver<FileInfo> call = serving;
        while (call == null || call.isReady()) {
            assertThat(Thread.interrupted()).as("waited in vain").isFalse();
            Thread.onSpinWait();
            call = serving;
        }
    }

    @Test
    void handsOverAllOfThemInTheirOrder() throws StatusException {
        number = 1_000;
        assertThat(take(taken -> true)).hasSize(1_000).isSorted();
    }

    @Test
    void handsOverNothingWhereThereIsNothing() throws StatusException {
        assertThat(take(taken -> true)).isEmpty();
    }

    @Test
    void fetchesNoFurtherAheadOfASlowReaderThanItMay() throws Exception {
        number = 100_000;
        assertThat(take(taken -> {
                    awaitServer();
                    assertThat(sent.get()).isLessThanOrEqualTo(taken.size() + FetchedAhead.MOST_AHEAD);
                    return taken.size() < 1_000;
                }))
                .hasSize(1_000)
                .isSorted();
    }

    @Test
    void endsTheCallOnceNoMoreAreWanted() throws Exception {
        number = 100_000;
        assertThat(take(taken -> taken.size() < 3)).containsExactly(0L, 1L, 2L);
        cancelled.await();
    }

    @Test
    void failsBehindWhatHasCome() {
        number = 3;
        end = Status.UNAVAILABLE.withDescription("the server goes");
        List<Long> taken = new ArrayList<>();
        assertThatThrownBy(() -> read(taken, all -> true))
                .isInstanceOf(StatusException.class)
                .hasMessage("UNAVAILABLE: the server goes");
        assertThat(taken).containsExactly(0L, 1L, 2L);
    }

    @Test
    void endsTheCallOfAReaderThatIsInterrupted() throws Exception {
        number = 100_000;
        assertThatThrownBy(() -> take(taken -> {
                    Thread.currentThread().interrupt();
                    return true;
                }))
                .isInstanceOfSatisfying(
                        FileSystemFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.FILE_SYSTEM_UNAVAILABLE));
        assertThat(Thread.interrupted()).isTrue();
        cancelled.await();
    }

    @Test
    void endsTheCallOfAReaderThatFails() throws Exception {
        number = 100_000;
        assertThatThrownBy(() -> take(taken -> {
                    throw new IllegalStateException("a file that cannot be");
                }))
                .hasMessage("a file that cannot be");
        cancelled.await();
    }
}
