package io.pfsgateway.adapter.out.pfs.grpc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Walks that a page of a listing has left where the next page goes on, which most often is asked for at once: pachd takes as long to
 * begin a walk as to bring a thousand entries. A commit stays as it is, so that it does not matter when they were read. A walk that nobody goes
 * on with is ended after some seconds, and one of them where there are too many. Safe for many threads.
 */
final class WaitingWalks {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int MOST = 64;

    private final Supplier<Optional<String>> token;
    private final Cache<Waiting, EntryStream> walks;

    /**
     * Where a walk waits.
     *
     * @param marker before what it brings next
     * @param end behind what is wanted of it
     */
    record Place(BranchId branch, CommitId commit, String marker, String end) {}

    /** Who waits there. What the server shows to one is nothing for another. */
    private record Waiting(Place place, Optional<String> token) {}

    /** For walks that are asked for in the name of whoever has this token at the time. */
    WaitingWalks(Supplier<Optional<String>> token) {
        this(token, Ticker.systemTicker(), Scheduler.systemScheduler());
    }

    WaitingWalks(Supplier<Optional<String>> token, Ticker ticker, Scheduler scheduler) {
        this.token = token;
        this.walks = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(PATIENCE)
                .ticker(ticker)
                .scheduler(scheduler)
                .executor(Runnable::run)
                .removalListener(WaitingWalks::end)
                .build();
    }

    private static void end(@Nullable Waiting waiting, @Nullable EntryStream walk, RemovalCause cause) {
        if (walk != null && cause != RemovalCause.EXPLICIT) {
            walk.close();
        }
    }

    /** Leaves a walk to whoever asks for what it brings next. */
    void leave(Place place, EntryStream walk) {
        walks.put(new Waiting(place, token.get()), walk);
    }

    /** The walk that waits at a place. It is the caller's then, who closes it. */
    Optional<EntryStream> take(Place place) {
        return Optional.ofNullable(walks.asMap().remove(new Waiting(place, token.get())));
    }

    /** Ends all that wait for a branch that has gone. */
    void forget(BranchId branch) {
        for (Waiting waiting : walks.asMap().keySet()) {
            if (waiting.place().branch().equals(branch)) {
                Optional.ofNullable(walks.asMap().remove(waiting)).ifPresent(EntryStream::close);
            }
        }
    }
}
