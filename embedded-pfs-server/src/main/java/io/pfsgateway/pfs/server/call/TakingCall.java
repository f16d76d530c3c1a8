package io.pfsgateway.pfs.server.call;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call that takes a stream in. gRPC runs what belongs to one call one after the other. */
final class TakingCall<Q, T> implements StreamObserver<Q> {
    private static final Logger LOG = LoggerFactory.getLogger(TakingCall.class);

    private final StreamObserver<T> client;
    private final AutoCloseable held;
    private final Consumer<Q> take;
    private final Supplier<T> end;
    private boolean ended;

    TakingCall(StreamObserver<T> client, AutoCloseable held, Consumer<Q> take, Supplier<T> end) {
        this.client = client;
        this.held = held;
        this.take = take;
        this.end = end;
    }

    @Override
    public void onNext(Q message) {
        if (ended) {
            return;
        }
        try {
            take.accept(message);
        } catch (RuntimeException | Error failure) {
            // An error too: what the call holds open would stay so for good.
            stop();
            client.onError(Failures.status(failure));
        }
    }

    /** The client broke off: nothing is done, and nobody listens for an answer. */
    @Override
    public void onError(Throwable cancelled) {
        stop();
    }

    @Override
    public void onCompleted() {
        if (ended) {
            return;
        }
        Calls.answer(client, () -> {
            try {
                return end.get();
            } finally {
                stop();
            }
        });
    }

    private void stop() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            held.close();
        } catch (Exception failure) {
            LOG.error("What a call held could not be let go of", failure);
        }
    }
}
