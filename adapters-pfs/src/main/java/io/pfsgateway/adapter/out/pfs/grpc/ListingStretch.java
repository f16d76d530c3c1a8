package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.domain.listing.DelimiterGrouping;
import io.pfsgateway.domain.listing.ListingQuery;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.List;
import java.util.Optional;

/** What a page takes of a stretch: no more than it has room for, and one group of those that hide what is below them. */
final class ListingStretch {
    private final KeyPaths paths;
    private final ListingQuery query;
    private final List<ListingScan.Entry> entries;
    private Optional<FileInfo> first = Optional.empty();
    private Optional<FileInfo> last = Optional.empty();
    private Optional<String> behindGroup = Optional.empty();

    /** @param entries of the page so far, to which more are added */
    ListingStretch(KeyPaths paths, ListingQuery query, List<ListingScan.Entry> entries) {
        this.paths = paths;
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
        entry(info).filter(this::isShown).ifPresent(entry -> {
            entries.add(entry);
            if (entry.isPrefix() && info.getFileType() == FileType.FILE) {
                behindGroup = Optional.of(paths.boundBehindAll(entry.name()));
            }
        });
        return behindGroup.isEmpty() && entries.size() <= query.limit();
    }

    /** What a file or directory is shown as; a directory is shown where the listing is of the one above it. */
    private Optional<ListingScan.Entry> entry(FileInfo info) {
        String path = FilePages.path(info);
        if (info.getFileType() == FileType.DIR) {
            return query.delimiter().filter(ListingScan.SLASH::equals).isPresent()
                    ? paths.prefix(path).map(name -> new ListingScan.Entry(name, true, info))
                    : Optional.empty();
        }
        return paths.key(path)
                .map(key -> DelimiterGrouping.commonPrefix(key.value(), query.prefix(), query.delimiter())
                        .map(group -> new ListingScan.Entry(group, true, info))
                        .orElseGet(() -> new ListingScan.Entry(key.value(), false, info)));
    }

    /** Of texts that are no keys the place among the paths is not always exact. */
    private boolean isShown(ListingScan.Entry entry) {
        return entry.name().startsWith(query.prefix())
                && query.after()
                        .filter(after -> ObjectKey.compareUtf8(entry.name(), after) <= 0)
                        .isEmpty();
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
