package io.pfsgateway.pfs.server.call;

import com.google.protobuf.Empty;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Carries out calls, and turns what goes wrong into a status. */
public final class Calls {
    private Calls() {}

    /** Answers one message. */
    public static <T> void unary(StreamObserver<T> client, Supplier<T> work) {
        expectCancellation(client);
        answer(client, work);
    }

    /** An answer to a client that has gone is dropped by gRPC, instead of being a failure. */
    private static void expectCancellation(StreamObserver<?> client) {
        ((ServerCallStreamObserver<?>) client).setOnCancelHandler(() -> {});
    }

    static <T> void answer(StreamObserver<T> client, Supplier<T> work) {
        T answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error failure) {
            client.onError(Failures.status(failure));
            return;
        }
        client.onNext(answer);
        client.onCompleted();
    }

    /** Answers that it is done. */
    public static void done(StreamObserver<Empty> client, Runnable work) {
        unary(client, () -> {
            work.run();
            return Empty.getDefaultInstance();
        });
    }

    /**
     * Takes a stream in, the next message when one is dealt with, and answers it at its end.
     *
     * @param held closed when the call ends in whatever way
     */
    public static <Q, T> StreamObserver<Q> taking(
            StreamObserver<T> client, AutoCloseable held, Consumer<Q> take, Supplier<T> end) {
        expectCancellation(client);
        return new TakingCall<>(client, held, take, end);
    }

    /** Answers a stream, as the client takes it; opened when it first may be, and closed at its end. */
    public static <T> void stream(StreamObserver<T> client, Supplier<Answers<T>> work) {
        ServerCallStreamObserver<T> call = (ServerCallStreamObserver<T>) client;
        StreamedCall<T> streamed = new StreamedCall<>(call, work);
        call.setOnReadyHandler(streamed::advance);
        call.setOnCancelHandler(streamed::stop);
    }
}
