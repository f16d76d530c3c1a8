package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Optional;

/**
 * A stretch of a commit's entries in the order of their paths, which one call brings. Its reader may leave the rest to somebody who
 * asks for it later. A server that does not know the marker would begin from the start each time, and is refused.
 */
final class EntryStream implements AutoCloseable {
    /** Asks for what a commit holds behind a marker. */
    @FunctionalInterface
    interface Asking {
        void ask(Commit at, String marker, StreamObserver<FileInfo> answers);
    }

    /**
     * What is read.
     *
     * @param marker before what is wanted
     * @param end behind what is wanted
     * @param number the most entries that the server sends
     */
    record Stretch(String marker, String end, int number) {
        private Stretch from(String other) {
            return new Stretch(other, end, number);
        }
    }

    private final Asking asking;
    private final Commit at;
    private final long beganNanos;
    /** What the call was asked for. */
    private Stretch stretch;

    private FetchedAhead<FileInfo> call;
    /** How many entries the call has brought. */
    private int received;
    /** An entry that another has read of it, and that comes once more. */
    private Optional<FileInfo> again = Optional.empty();
    /** The path of the last entry; until there is one, the marker. */
    private String reached;

    private boolean isPastEnd;
    /** Whether nobody looked after the call for a while, so that it may have ended for its age, or with the server. */
    private boolean wasLeft;
    /** Whether the call is somebody else's. */
    private boolean isLeft;

    private EntryStream(Asking asking, Commit at, long beganNanos, Stretch stretch, FetchedAhead<FileInfo> call) {
        this.asking = asking;
        this.at = at;
        this.beganNanos = beganNanos;
        this.stretch = stretch;
        this.call = call;
        this.reached = stretch.marker();
    }

    /** Starts the call. The caller closes it. */
    static EntryStream open(Asking asking, Commit at, Stretch stretch) {
        return new EntryStream(asking, at, System.nanoTime(), stretch, start(asking, at, stretch));
    }

    private static FetchedAhead<FileInfo> start(Asking asking, Commit at, Stretch stretch) {
        return FetchedAhead.start(answers -> asking.ask(at, stretch.marker(), answers));
    }

    /** The next entry; empty where there is none before the end, or the server has sent as many as it was to. */
    Optional<FileInfo> next() throws StatusException {
        Optional<FileInfo> next = again.isPresent() ? again : fetch();
        again = Optional.empty();
        if (next.isEmpty()) {
            return next;
        }
        reached = FilePages.path(next.get());
        if (ObjectKey.compareUtf8(reached, stretch.marker()) < 0) {
            throw RequestFailure.notImplemented("listing on a pachd that cannot page");
        }
        isPastEnd = ObjectKey.compareUtf8(reached, stretch.end()) > 0;
        return isPastEnd ? Optional.empty() : next;
    }

    private Optional<FileInfo> fetch() throws StatusException {
        Optional<FileInfo> next;
        try {
            next = call.next();
        } catch (StatusException failed) {
            if (!wasLeft) {
                throw failed;
            }
            next = fetchAnew();
        }
        received += next.isPresent() ? 1 : 0;
        return next;
    }

    private Optional<FileInfo> fetchAnew() throws StatusException {
        wasLeft = false;
        stretch = stretch.from(PathOrder.behind(reached));
        call = start(asking, at, stretch);
        received = 0;
        return call.next();
    }

    /** Whether the server has sent all that it was asked for, and there may be more of what is wanted. */
    boolean isCutShort() {
        return !isPastEnd && received == stretch.number();
    }

    /** When the call was first made, by the clock of {@link System#nanoTime()}. */
    long beganNanos() {
        return beganNanos;
    }

    /**
     * Leaves the call to somebody who reads on later. This stream is closed without ending it.
     *
     * @param read the commit that was read, which may have been asked for by another name
     * @param last the entry that was read last, which comes once more
     */
    EntryStream leaveFrom(Commit read, FileInfo last) {
        EntryStream rest = new EntryStream(asking, read, beganNanos, stretch, call);
        rest.received = received;
        rest.again = Optional.of(last);
        rest.wasLeft = true;
        isLeft = true;
        return rest;
    }

    /** Ends the call and waits for its end, unless it was left to somebody. */
    @Override
    public void close() {
        if (!isLeft) {
            call.close();
        }
    }

    /** Ends the call and does not wait for its end. */
    void abandon() {
        call.cancel();
    }
}
