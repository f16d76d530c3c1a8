package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads as many entries of a listing as a page shows, and one more where there is one. */
final class ListingScan {
    static final String SLASH = "/";

    /** Directories come between the files; most often no more of them. */
    private static final int ENTRIES_PER_FILE = 4;

    private static final int MOST_ENTRIES = 100_000;

    /** A smaller page is most often a look for whether there is anything, which no other follows. */
    private static final int SMALLEST_FOLLOWED = 100;

    /** A file, or a common prefix with something that is below it. */
    record Entry(String name, boolean isPrefix, FileInfo info) {}

    /**
     * What a page shows.
     *
     * @param read something of the commit that was read, which need not be shown; empty where that holds nothing there
     */
    record Found(List<Entry> entries, Optional<FileInfo> read) {}

    private final FilePages pages;
    private final KeyPaths paths;
    private final WaitingWalks walks;
    private final PageMarkers markers;

    ListingScan(FilePages pages, KeyPaths paths, WaitingWalks walks) {
        this.pages = pages;
        this.paths = paths;
        this.walks = walks;
        this.markers = new PageMarkers(paths);
    }

    Found entries(ListingQuery query) throws StatusException {
        if (!KeyPaths.canBegin(paths.bound(query.prefix()))) {
            return new Found(List.of(), Optional.empty());
        }
        return query.delimiter().filter(SLASH::equals).isPresent() ? ofDirectory(query) : ofTree(query);
    }

    private Found ofDirectory(ListingQuery query) throws StatusException {
        String prefix = query.prefix();
        String directory = paths.directory(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        String end = paths.boundBehindAll(prefix);
        int number = query.limit() + 1;
        return gather(query, (at, marker) -> pages.list(at, directory, marker, end, number));
    }

    private Found ofTree(ListingQuery query) throws StatusException {
        String end = paths.boundBehindAll(query.prefix());
        if (query.delimiter().isEmpty() && query.limit() >= SMALLEST_FOLLOWED) {
            return gather(query, new FollowedPages(pages, walks, markers, query, end, MOST_ENTRIES));
        }
        int number = Math.min(MOST_ENTRIES, ENTRIES_PER_FILE * (query.limit() + 1));
        return gather(query, (at, marker) -> pages.walk(at, marker, end, number));
    }

    private Found gather(ListingQuery query, EntrySource source) throws StatusException {
        List<Entry> entries = new ArrayList<>();
        Optional<FileInfo> read = Optional.empty();
        Optional<String> marker = Optional.of(markers.start(query));
        while (marker.isPresent() && entries.size() <= query.limit()) {
            ListingStretch stretch = new ListingStretch(paths, query, entries);
            try (EntryStream stream = source.open(at(query, read), marker.get())) {
                stretch.takeFrom(stream);
                if (entries.size() > query.limit()) {
                    source.leave(
                            stream,
                            stretch.last().orElseThrow(),
                            entries.get(query.limit() - 1).name());
                }
                marker = stretch.next(stream);
            }
            read = read.or(stretch::first);
        }
        return new Found(entries, read);
    }

    /** The head may move while a page is read: what is read further is of the commit that the first stretch was of. */
    private static Commit at(ListingQuery query, Optional<FileInfo> read) {
        return read.map(info -> PfsMessages.commitId(info.getFile().getCommit()))
                .map(commit -> PfsMessages.commit(query.branch(), commit))
                .orElseGet(() -> PfsMessages.commit(query.branch(), query.commit()));
    }
}
