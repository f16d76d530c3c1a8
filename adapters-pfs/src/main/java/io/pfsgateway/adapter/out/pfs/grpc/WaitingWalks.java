package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks that a page of a listing has left where the next page goes on, which most often is asked for at once: pachd takes as long to
 * begin a walk as to bring a thousand entries. A commit stays as it is, so that it does not matter when they were read. A walk that
 * nobody goes on with is ended after some seconds, and the one that has waited longest where there are many; none goes on for ever,
 * since what its beginner may see can change. Safe for many threads.
 */
final class WaitingWalks {
    /** For how long one waits. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How old one may be and still be left. */
    static final Duration OLDEST = Duration.ofMinutes(1);
    /** The server, or a proxy before it, may take no more than a hundred calls at once on a connection. */
    static final int MOST = 16;

    private final Supplier<Optional<String>> token;
    private final Ticker ticker;
    private final Cache<Waiting, EntryStream> walks;

    /**
     * Where a walk waits.
     *
     * @param marker before what it brings next
     * @param end behind what is wanted of it
     */
    record Place(BranchId branch, CommitId commit, String marker, String end) {}

    /** Who waits there, by the hash of a token. What the server shows to one is nothing for another. */
    private record Waiting(Place place, Optional<ContentHash> caller) {}

    /** For walks that are asked for in the name of whoever has this token at the time. */
    WaitingWalks(Supplier<Optional<String>> token) {
        this(token, Ticker.systemTicker(), Scheduler.systemScheduler());
    }

    WaitingWalks(Supplier<Optional<String>> token, Ticker ticker, Scheduler scheduler) {
        this.token = token;
        this.ticker = ticker;
        this.walks = Caffeine.newBuilder()
                .expireAfterWrite(PATIENCE)
                .ticker(ticker)
                .scheduler(scheduler)
                .executor(Runnable::run)
                .removalListener(WaitingWalks::endUnlessTaken)
                .build();
    }

    /** What was taken out by name is whose it was taken for. */
    private static void endUnlessTaken(@Nullable Waiting waiting, @Nullable EntryStream walk, RemovalCause cause) {
        if (walk != null && cause != RemovalCause.EXPLICIT) {
            walk.abandon();
        }
    }

    /**
     * Leaves a walk to whoever asks for what it brings next, unless it is too old for that.
     *
     * @param last the entry that was read last, which the next page begins with
     */
    void leave(Place place, EntryStream walk, FileInfo last) {
        if (ticker.read() - walk.beganNanos() > OLDEST.toNanos()) {
            return;
        }
        Waiting waiting = waiting(place);
        makeRoom();
        walks.put(waiting, walk.leaveFrom(PfsMessages.commit(place.branch(), place.commit()), last));
    }

    private Waiting waiting(Place place) {
        return new Waiting(place, token.get().map(Sha256::of));
    }

    private void makeRoom() {
        while (walks.asMap().size() >= MOST) {
            walks.policy().expireAfterWrite().orElseThrow().oldest(1).keySet().forEach(this::end);
            walks.cleanUp();
        }
    }

    /** The walk that waits at a place. It is the caller's then, who closes it. */
    Optional<EntryStream> take(Place place) {
        return take(waiting(place));
    }

    private Optional<EntryStream> take(Waiting waiting) {
        return Optional.ofNullable(walks.asMap().remove(waiting));
    }

    /** Ends all that wait for a branch that has gone. */
    void forget(BranchId branch) {
        for (Waiting waiting : walks.asMap().keySet()) {
            if (waiting.place().branch().equals(branch)) {
                end(waiting);
            }
        }
    }

    private void end(Waiting waiting) {
        take(waiting).ifPresent(EntryStream::abandon);
    }
}
