package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads as many entries of a listing as a page shows, and one more where there is one. */
final class ListingScan {
    private static final String SLASH = "/";

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

    /** Where the entries of a commit behind a marker are read from. */
    private interface Source {
        EntryStream open(Commit at, String marker);

        /** The page is full; what follows begins with the last entry that was taken. */
        default void leave(EntryStream stream, FileInfo last, String lastShown) {}
    }

    private final FilePages pages;
    private final KeyPaths paths;
    private final WaitingWalks walks;

    ListingScan(FilePages pages, KeyPaths paths, WaitingWalks walks) {
        this.pages = pages;
        this.paths = paths;
        this.walks = walks;
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
            return gather(query, new FollowedPages(query, end));
        }
        int number = Math.min(MOST_ENTRIES, ENTRIES_PER_FILE * (query.limit() + 1));
        return gather(query, (at, marker) -> pages.walk(at, marker, end, number));
    }

    private Found gather(ListingQuery query, Source source) throws StatusException {
        List<Entry> entries = new ArrayList<>();
        Optional<FileInfo> read = Optional.empty();
        Optional<String> marker = Optional.of(start(query));
        while (marker.isPresent() && entries.size() <= query.limit()) {
            Stretch stretch = new Stretch(query, entries);
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

    /** Pages of all that is below a prefix, of which each goes on with the walk of the one before where that still waits. */
    private final class FollowedPages implements Source {
        private final ListingQuery query;
        private final String end;

        FollowedPages(ListingQuery query, String end) {
            this.query = query;
            this.end = end;
        }

        @Override
        public EntryStream open(Commit at, String marker) {
            return CommitId.tryParse(at.getId())
                    .flatMap(commit -> walks.take(place(commit, marker)))
                    .orElseGet(() -> pages.walk(at, marker, end, MOST_ENTRIES));
        }

        @Override
        public void leave(EntryStream stream, FileInfo last, String lastShown) {
            // What is open may still change.
            if (isFollowedByCommit() && last.hasCommitted()) {
                CommitId commit = PfsMessages.commitId(last.getFile().getCommit());
                walks.leave(place(commit, start(query, Optional.of(lastShown))), stream, last);
            }
        }

        /** Who asks for the head behind a key will ask for whatever is the head then, again. */
        private boolean isFollowedByCommit() {
            return query.commit().base().isPresent() || query.after().isEmpty();
        }

        private WaitingWalks.Place place(CommitId commit, String marker) {
            return new WaitingWalks.Place(query.branch(), commit, marker, end);
        }
    }

    /** What is taken of a stretch: no more than the page has room for, and one group of those that hide what is below them. */
    private final class Stretch {
        private final ListingQuery query;
        private final List<Entry> entries;
        private Optional<FileInfo> first = Optional.empty();
        private Optional<FileInfo> last = Optional.empty();
        private Optional<String> behindGroup = Optional.empty();

        Stretch(ListingQuery query, List<Entry> entries) {
            this.query = query;
            this.entries = entries;
        }

        void takeFrom(EntryStream stream) throws StatusException {
            Optional<FileInfo> next = stream.next();
            while (next.isPresent() && take(next.get())) {
                next = stream.next();
            }
        }

        private boolean take(FileInfo info) {
            first = first.or(() -> Optional.of(info));
            last = Optional.of(info);
            entry(info, query).filter(found -> isShown(found, query)).ifPresent(entry -> {
                entries.add(entry);
                if (entry.isPrefix() && info.getFileType() == FileType.FILE) {
                    behindGroup = Optional.of(paths.boundBehindAll(entry.name()));
                }
            });
            return behindGroup.isEmpty() && entries.size() <= query.limit();
        }

        Optional<FileInfo> first() {
            return first;
        }

        Optional<FileInfo> last() {
            return last;
        }

        /** Where to go on: behind a group that was met, or where the server had sent all that it was asked for. */
        Optional<String> next(EntryStream stream) {
            return behindGroup.or(
                    () -> stream.isCutShort() ? last.map(FilePages::path).map(PathOrder::behind) : Optional.empty());
        }
    }

    /** What a file or directory is shown as; a directory is shown where the listing is of the one above it. */
    private Optional<Entry> entry(FileInfo info, ListingQuery query) {
        String path = FilePages.path(info);
        if (info.getFileType() == FileType.DIR) {
            return query.delimiter().filter(SLASH::equals).isPresent()
                    ? paths.prefix(path).map(name -> new Entry(name, true, info))
                    : Optional.empty();
        }
        return paths.key(path)
                .map(key -> DelimiterGrouping.commonPrefix(key.value(), query.prefix(), query.delimiter())
                        .map(group -> new Entry(group, true, info))
                        .orElseGet(() -> new Entry(key.value(), false, info)));
    }

    /** Of texts that are no keys the place among the paths is not always exact. */
    private static boolean isShown(Entry entry, ListingQuery query) {
        return entry.name().startsWith(query.prefix())
                && query.after()
                        .filter(after -> ObjectKey.compareUtf8(entry.name(), after) <= 0)
                        .isEmpty();
    }

    /** The marker behind which the page starts. */
    private String start(ListingQuery query) {
        return start(query, query.after());
    }

    private String start(ListingQuery query, Optional<String> last) {
        String fromPrefix =
                query.prefix().isEmpty() ? PathOrder.behind(SLASH) : PathOrder.before(paths.bound(query.prefix()));
        String fromAfter = last.map(after -> behind(after, query)).orElse(fromPrefix);
        return ObjectKey.compareUtf8(fromPrefix, fromAfter) > 0 ? fromPrefix : fromAfter;
    }

    /** Behind an entry; when it is a common prefix, or within one, behind all that it stands for. */
    private String behind(String after, ListingQuery query) {
        return DelimiterGrouping.commonPrefix(after, query.prefix(), query.delimiter())
                .map(paths::boundBehindAll)
                .orElseGet(() -> PathOrder.behind(paths.bound(after)));
    }

    /** The head may move while a page is read: what is read further is of the commit that the first stretch was of. */
    private static Commit at(ListingQuery query, Optional<FileInfo> read) {
        return read.map(info -> PfsMessages.commitId(info.getFile().getCommit()))
                .map(commit -> PfsMessages.commit(query.branch(), commit))
                .orElseGet(() -> PfsMessages.commit(query.branch(), query.commit()));
    }
}
