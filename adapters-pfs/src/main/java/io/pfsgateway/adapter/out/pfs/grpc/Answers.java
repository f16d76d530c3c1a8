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
    static final String ENOUGH = "The reader has enough.";

    private Answers() {}

    /** Starts the call that asks a question. */
    interface Asking<Q, T> {
        BlockingClientCall<?, T> ask(Q question) throws StatusException, InterruptedException;
    }

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
        List<T> messages = new ArrayList<>();
        take(call, messages::add);
        return messages;
    }

    /**
     * The answers to questions that are all asked at once, in their order. Where one fails, nobody reads the others, which are
     * cancelled.
     */
    static <Q, T> List<List<T>> ofEach(List<Q> questions, Asking<Q, T> asking) throws StatusException {
        List<BlockingClientCall<?, T>> calls = new ArrayList<>();
        try {
            for (Q question : questions) {
                calls.add(asking.ask(question));
            }
            List<List<T>> answers = new ArrayList<>();
            for (BlockingClientCall<?, T> call : calls) {
                answers.add(all(call));
            }
            return answers;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } finally {
            calls.forEach(Answers::end);
        }
    }

    /**
     * Hands over the messages of a stream one by one, however many they are; once no more are wanted, the call is cancelled.
     *
     * @param taker takes a message, and says whether it wants another
     */
    static <T> void take(BlockingClientCall<?, T> call, Predicate<T> taker) throws StatusException {
        boolean ended = false;
        try {
            T message = call.read();
            while (message != null && taker.test(message)) {
                message = call.read();
            }
            ended = message == null;
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        } finally {
            if (!ended) {
                end(call);
            }
        }
    }

    /**
     * Ends a call of which no more is wanted; one that has ended is not touched by it. What has come already lies in buffers that
     * nobody but its reader gives back, and so it is read to the end, which is at hand then.
     */
    static void end(BlockingClientCall<?, ?> call) {
        call.cancel(ENOUGH, null);
        try {
            boolean more = true;
            while (more) {
                more = call.read() != null;
            }
        } catch (StatusException cancelled) {
            // As it was asked for. A failure that came before it is of no matter any more.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static FileSystemFailure interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return FileSystemFailure.unavailable(stopped);
    }
}
