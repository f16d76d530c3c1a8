package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Optional;

/**
 * A stretch of a commit's entries in the order of their paths, which one call brings. Its reader may leave the rest to somebody who
 * asks for it later. A server that does not know the marker would begin from the start each time, and is refused.
 */
final class EntryStream implements AutoCloseable {
    /** Asks for what is behind a marker. */
    @FunctionalInterface
    interface Asking {
        void ask(String marker, StreamObserver<FileInfo> answers);
    }

    /**
     * What is read.
     *
     * @param marker before what is wanted
     * @param end behind what is wanted
     * @param number the most entries that the server sends
     */
    record Stretch(String marker, String end, int number) {}

    private final Asking asking;
    private final Stretch stretch;
    private FetchedAhead<FileInfo> call;
    private int come;
    /** The path of the last that was read, or what is before all. */
    private String reached;
    /** An entry that another had read already. */
    private Optional<FileInfo> first = Optional.empty();
    /** Whether the call was left to itself for a while. */
    private boolean isResumed;

    private boolean isLeft;

    private EntryStream(Asking asking, Stretch stretch, FetchedAhead<FileInfo> call) {
        this.asking = asking;
        this.stretch = stretch;
        this.call = call;
        this.reached = stretch.marker();
    }

    /** Starts the call. The caller closes it. */
    static EntryStream open(Asking asking, Stretch stretch) {
        return new EntryStream(asking, stretch, start(asking, stretch.marker()));
    }

    private static FetchedAhead<FileInfo> start(Asking asking, String marker) {
        return FetchedAhead.start(answers -> asking.ask(marker, answers));
    }

    /** The next entry; empty where there is none before the end, or the server has sent as many as it was to. */
    Optional<FileInfo> next() throws StatusException {
        Optional<FileInfo> next = first.isPresent() ? first : fetch();
        first = Optional.empty();
        if (next.isEmpty()) {
            return next;
        }
        reached = FilePages.path(next.get());
        if (ObjectKey.compareUtf8(reached, stretch.marker()) < 0) {
            throw RequestFailure.notImplemented("listing on a pachd that cannot page");
        }
        return next.filter(entry -> ObjectKey.compareUtf8(reached, stretch.end()) <= 0);
    }

    private Optional<FileInfo> fetch() throws StatusException {
        Optional<FileInfo> next;
        try {
            next = call.next();
        } catch (StatusException failed) {
            if (!isResumed) {
                throw failed;
            }
            next = fetchAnew();
        }
        come += next.isPresent() ? 1 : 0;
        return next;
    }

    /** Nobody looked after the call while it was left: it may have ended for its age, or with the server. */
    private Optional<FileInfo> fetchAnew() throws StatusException {
        isResumed = false;
        call = start(asking, PathOrder.behind(reached));
        come = 0;
        return call.next();
    }

    /** Whether the server has sent all that it was asked for, so that there may be more. */
    boolean isCutShort() {
        return come == stretch.number();
    }

    /** Hands what is left, from the entry that was read last, to somebody who reads it later; this stream is as good as closed then. */
    EntryStream leaveFrom(FileInfo last) {
        EntryStream rest = new EntryStream(asking, stretch, call);
        rest.come = come;
        rest.first = Optional.of(last);
        rest.isResumed = true;
        isLeft = true;
        return rest;
    }

    /** Ends the call, unless it was left to somebody. */
    @Override
    public void close() {
        if (!isLeft) {
            call.close();
        }
    }
}
