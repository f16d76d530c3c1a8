package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The newest snapshot, and the one lock under which the next is made of it. */
final class Snapshots {
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Snapshot newest = Snapshot.EMPTY;

    Snapshots(Clock clock) {
        this.clock = clock;
    }

    /** A new snapshot, and what is answered to whoever made it. */
    record Step<T>(Snapshot next, T answer) {}

    Snapshot newest() {
        return newest;
    }

    Instant now() {
        return clock.instant();
    }

    /** Makes the next snapshot; a step that throws changes nothing. */
    <T> T step(Function<Snapshot, Step<T>> step) {
        writing.lock();
        try {
            Step<T> made = step.apply(newest);
            newest = made.next();
            return made.answer();
        } finally {
            writing.unlock();
        }
    }

    void change(UnaryOperator<Snapshot> change) {
        step(snapshot -> new Step<>(change.apply(snapshot), Boolean.TRUE));
    }

    Commit firstCommit() {
        return Commit.first(new CommitInfo(newId(), now()));
    }

    /** The name and time of the commit that follows: never before its parent, whatever the clock does. */
    CommitInfo after(Commit parent) {
        Instant now = now();
        Instant before = parent.info().finishedAt();
        return new CommitInfo(newId(), now.isBefore(before) ? before : now);
    }

    private static CommitId newId() {
        return new CommitId(UUID.randomUUID().toString().replace("-", ""));
    }
}
