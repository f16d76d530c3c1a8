package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stream of many small messages, of which the next are fetched while the reader is at one. A blocking call fetches each only when
 * it is asked for it, and has two threads wake each other for that, which takes longer than such a message does.
 *
 * @param <T> what is answered
 */
final class FetchedAhead<T> implements ClientResponseObserver<Object, T> {
    static final int MOST_AHEAD = 256;
    private static final int AT_ONCE = MOST_AHEAD / 2;

    /** A message; or else the end of the stream, and how it came to it. */
    private record Event<T>(@Nullable T message, Status outcome) {}

    private final BlockingQueue<Event<T>> come = new LinkedBlockingQueue<>();
    private @Nullable ClientCallStreamObserver<Object> call;

    private FetchedAhead() {}

    /**
     * Hands over the messages of a stream one by one, however many they are; once no more are wanted, the call is cancelled.
     *
     * @param asking starts the call, on a stub that does not block
     * @param taker takes a message, and says whether it wants another
     */
    static <T> void take(Consumer<StreamObserver<T>> asking, Predicate<T> taker) throws StatusException {
        FetchedAhead<T> stream = new FetchedAhead<>();
        asking.accept(stream);
        stream.read(taker);
    }

    private void read(Predicate<T> taker) throws StatusException {
        ClientCallStreamObserver<Object> started = Objects.requireNonNull(call, "the call has not been started");
        boolean ended = false;
        try {
            started.request(MOST_AHEAD);
            Event<T> next = come.take();
            for (int taken = 1; next.message() != null && taker.test(next.message()); taken++) {
                if (taken % AT_ONCE == 0) {
                    started.request(AT_ONCE);
                }
                next = come.take();
            }
            ended = next.message() == null;
            if (ended && !next.outcome().isOk()) {
                throw next.outcome().asException();
            }
        } catch (InterruptedException stopped) {
            throw Answers.interrupted(stopped);
        } finally {
            if (!ended) {
                cancel(started);
            }
        }
    }

    /** Ends a call of which no more is wanted, and waits for its end, which is at hand then. */
    private void cancel(ClientCallStreamObserver<Object> started) {
        started.cancel(Answers.ENOUGH, null);
        try {
            boolean more = true;
            while (more) {
                more = come.take().message() != null;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
