package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/** Waits for answers. */
final class Answers {
    private static final String ENOUGH = "The reader has enough.";

    private Answers() {}

    /** The answer to a call that was started. */
    static <T> T of(ListenableFuture<T> call) throws StatusException {
        try {
            return call.get();
        } catch (ExecutionException failed) {
            throw Status.fromThrowable(failed).asException();
        } catch (InterruptedException stopped) {
            call.cancel(true);
            throw interrupted(stopped);
        }
    }

    /** All messages of a stream. */
    static <T> List<T> all(BlockingClientCall<?, T> call) throws StatusException {
        return until(call, message -> false);
    }

    /** The messages of a stream up to the one behind which no more are wanted, which is left out; then the call is cancelled. */
    static <T> List<T> until(BlockingClientCall<?, T> call, Predicate<T> enough) throws StatusException {
        List<T> messages = new ArrayList<>();
        boolean ended = false;
        try {
            for (T message = call.read(); message != null; message = call.read()) {
                if (enough.test(message)) {
                    return messages;
                }
                messages.add(message);
            }
            ended = true;
            return messages;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } finally {
            if (!ended) {
                call.cancel(ENOUGH, null);
            }
        }
    }

    private static FileSystemFailure interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return FileSystemFailure.unavailable(stopped);
    }
}
