package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of many small messages, of which the next are fetched while the reader is at one. A blocking call fetches each only when
 * it is asked for it, and has two threads wake each other for that, which takes longer than such a message does.
 * For one reader at a time.
 *
 * @param <T> what is answered
 */
final class FetchedAhead<T> implements ClientResponseObserver<Object, T>, AutoCloseable {
    static final int MOST_AHEAD = 256;
    private static final int AT_ONCE = MOST_AHEAD / 2;

    /** A message; or else the end of the stream, and how it came to it. */
    private record Event<T>(@Nullable T message, Status outcome) {}

    private final BlockingQueue<Event<T>> come = new LinkedBlockingQueue<>();
    private @Nullable ClientCallStreamObserver<Object> call;
    private long taken;
    private boolean ended;

    private FetchedAhead() {}

    /**
     * Starts a call, of which nothing is fetched before the first message is asked for. The caller closes it.
     *
     * @param asking starts the call, on a stub that does not block
     */
    static <T> FetchedAhead<T> start(Consumer<StreamObserver<T>> asking) {
        FetchedAhead<T> stream = new FetchedAhead<>();
        asking.accept(stream);
        return stream;
    }

    /**
     * The next message; empty at the end of the stream, behind which nobody may ask.
     *
     * @throws StatusException if the call has failed, behind all that had come before
     * @throws FileSystemFailure with {@code FILE_SYSTEM_UNAVAILABLE} when the reader is interrupted
     */
    Optional<T> next() throws StatusException {
        if (taken % AT_ONCE == 0) {
            started().request(taken == 0 ? MOST_AHEAD : AT_ONCE);
        }
        Event<T> next = await();
        taken++;
        ended = next.message() == null;
        if (ended && !next.outcome().isOk()) {
            throw next.outcome().asException();
        }
        return Optional.ofNullable(next.message());
    }

    private Event<T> await() {
        try {
            return come.take();
        } catch (InterruptedException stopped) {
            throw Answers.interrupted(stopped);
        }
    }

    private ClientCallStreamObserver<Object> started() {
        return Objects.requireNonNull(call, "the call has not been started");
    }

    /** Ends a call of which no more is wanted, and waits for its end, which is at hand then. */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        cancel();
        try {
            while (!ended) {
                ended = come.take().message() == null;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a call of which no more is wanted, and does not wait for its end: for who reads nothing of it any more. */
    void cancel() {
        started().cancel(Answers.ENOUGH, null);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Object> started) {
        // Nothing is fetched before somebody reads.
        started.disableAutoRequestWithInitial(0);
        call = started;
    }

    @Override
    public void onNext(T message) {
        come.add(new Event<>(message, Status.OK));
    }

    @Override
    public void onError(Throwable failure) {
        come.add(new Event<>(null, Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
        come.add(new Event<>(null, Status.OK));
    }
}
