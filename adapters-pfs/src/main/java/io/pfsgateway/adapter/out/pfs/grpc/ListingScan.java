package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
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

    /** A file, or a common prefix with something that is below it. */
    record Entry(String name, boolean isPrefix, FileInfo info) {}

    private final FilePages pages;

    ListingScan(FilePages pages) {
        this.pages = pages;
    }

    List<Entry> entries(ListingQuery query) throws StatusException {
        if (!query.prefix().chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return List.of();
        }
        return query.delimiter().filter(SLASH::equals).isPresent() ? ofDirectory(query) : ofTree(query);
    }

    private List<Entry> ofDirectory(ListingQuery query) throws StatusException {
        String prefix = SLASH + query.prefix();
        String directory = prefix.substring(0, Math.max(1, prefix.lastIndexOf('/')));
        List<Entry> entries = new ArrayList<>();
        for (FileInfo info : pages.list(at(query), directory, start(query), prefix, query.limit() + 1)) {
            String name = FilePages.path(info).substring(1);
            entries.add(new Entry(name, info.getFileType() == FileType.DIR, info));
        }
        return entries;
    }

    private List<Entry> ofTree(ListingQuery query) throws StatusException {
        int number = Math.min(MOST_ENTRIES, ENTRIES_PER_FILE * (query.limit() + 1));
        List<Entry> entries = new ArrayList<>();
        Optional<String> marker = Optional.of(start(query));
        while (marker.isPresent() && entries.size() <= query.limit()) {
            List<FileInfo> stretch = pages.walk(at(query), marker.get(), SLASH + query.prefix(), number);
            marker = take(stretch, query, entries);
            if (marker.isEmpty() && stretch.size() == number) {
                marker = Optional.of(PathOrder.behind(FilePages.path(stretch.get(number - 1))));
            }
        }
        return entries;
    }

    /** Takes what the page has room for; answers where to go on if it is not behind the stretch: behind a group that was met. */
    private static Optional<String> take(List<FileInfo> stretch, ListingQuery query, List<Entry> entries) {
        for (FileInfo info : stretch) {
            if (info.getFileType() != FileType.FILE || entries.size() > query.limit()) {
                continue;
            }
            String name = FilePages.path(info).substring(1);
            Optional<String> group = DelimiterGrouping.commonPrefix(name, query.prefix(), query.delimiter());
            if (group.isPresent()) {
                entries.add(new Entry(group.get(), true, info));
                return Optional.of(PathOrder.behindAll(SLASH + group.get()));
            }
            entries.add(new Entry(name, false, info));
        }
        return Optional.empty();
    }

    /** The marker behind which the page starts. */
    private static String start(ListingQuery query) {
        String first = SLASH + query.prefix();
        String fromPrefix =
                query.prefix().isEmpty() || first.endsWith(SLASH) ? PathOrder.behind(first) : PathOrder.before(first);
        String fromAfter = query.after().map(after -> behind(after, query)).orElse(fromPrefix);
        return ObjectKey.compareUtf8(fromPrefix, fromAfter) > 0 ? fromPrefix : fromAfter;
    }

    /** Behind an entry; when it is a common prefix, or within one, behind all that it stands for. */
    private static String behind(String after, ListingQuery query) {
        return DelimiterGrouping.commonPrefix(after, query.prefix(), query.delimiter())
                .map(group -> PathOrder.behindAll(SLASH + group))
                .orElseGet(() -> PathOrder.behind(SLASH + after));
    }

    private static Commit at(ListingQuery query) {
        return PfsMessages.commit(query.branch(), query.commit());
    }
}
