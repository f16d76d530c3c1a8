package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.pfsgateway.domain.failure.FileSystemFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits for answers. */
final class Answers {
    private static final String ENOUGH = "The reader has enough.";

    private static final String SETTLED = "All of the question is settled.";

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

    /**
     * The answers to questions that are all asked at once, in their order. Where one fails, nobody reads the others, which are
     * cancelled.
     *
     * @param ask starts the call that asks one
     */
    static <Q, T> List<List<T>> ofEach(List<Q> questions, Function<Q, BlockingClientCall<?, T>> ask)
            throws StatusException {
        List<BlockingClientCall<?, T>> calls = new ArrayList<>();
        try {
            for (Q question : questions) {
                calls.add(ask.apply(question));
            }
            List<List<T>> answers = new ArrayList<>();
            for (BlockingClientCall<?, T> call : calls) {
                answers.add(all(call));
            }
            return answers;
        } finally {
            // Those that have ended are not touched by it.
            calls.forEach(call -> call.cancel(SETTLED, null));
        }
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
