package io.pfsgateway.pfs.server.call;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that answers a stream. gRPC runs what belongs to one call one after the other, so nothing here is guarded; it says
 * when the client takes more, and between times nobody waits.
 */
final class StreamedCall<T> {
    private final ServerCallStreamObserver<T> client;
    private final Supplier<Answers<T>> work;
    private @Nullable Answers<T> answers;
    private boolean ended;

    StreamedCall(ServerCallStreamObserver<T> client, Supplier<Answers<T>> work) {
        this.client = client;
        this.work = work;
    }

    /** Answers as much as the client takes now. */
    void advance() {
        if (ended) {
            return;
        }
        try {
            if (send(open())) {
                stop();
                client.onCompleted();
            }
        } catch (RuntimeException | Error failure) {
            // An error too: what the call holds open would stay so for good.
            endAfter(failure);
        }
    }

    private Answers<T> open() {
        Answers<T> opened = answers;
        if (opened == null) {
            opened = work.get();
            answers = opened;
        }
        return opened;
    }

    /** Whether that was all. */
    private boolean send(Answers<T> open) {
        while (client.isReady() && !client.isCancelled()) {
            Optional<T> next = open.next();
            if (next.isEmpty()) {
                return true;
            }
            client.onNext(next.get());
        }
        return false;
    }

    private void endAfter(Throwable failure) {
        try {
            stop();
        } catch (RuntimeException | Error second) {
            failure.addSuppressed(second);
        }
        client.onError(Failures.status(failure));
    }

    void stop() {
        Answers<T> opened = answers;
        answers = null;
        ended = true;
        if (opened != null) {
            opened.close();
        }
    }
}
