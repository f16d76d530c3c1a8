package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.store.Session;
import java.util.concurrent.CompletableFuture;

/** An operation that waits for its turn, and then for the disk. */
final class Request<R> {
    private final Operation<R> operation;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    Request(Operation<R> operation) {
        this.operation = operation;
    }

    CompletableFuture<R> answer() {
        return answer;
    }

    /** Runs the operation; whatever comes of it is not told to anyone before {@link #tell()}. */
    void apply(Session session, Moment moment, boolean spaceIsLow) {
        if (spaceIsLow && !operation.freesSpace()) {
            PfsException full = new PfsException(FailureKind.NO_SPACE, "The disk is full; only deleting works");
            outcome = () -> answer.completeExceptionally(full);
            return;
        }
        session.mark();
        try {
            R result = operation.apply(session, moment);
            outcome = () -> answer.complete(result);
        } catch (RuntimeException failure) {
            session.rollBack();
            outcome = () -> answer.completeExceptionally(failure);
        }
    }

    void tell() {
        outcome.run();
    }

    void fail(PfsException failure) {
        answer.completeExceptionally(failure);
    }
}
