package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.index.LiveFiles;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Rows;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the files at a commit. Safe for any number of threads. */
public final class Lister {
    private final Store store;
    private final PathIndex index;

    public Lister(Store store, PathIndex index) {
        this.store = store;
        this.index = index;
    }

    /**
     * The entries whose names are greater than {@code after}, at most so many. Names are compared as bytes, those of files
     * and of common prefixes alike.
     */
    public ListPage list(BranchName branch, CommitRef ref, Grouping grouping, Optional<Bytes> after, int limit) {
        try (View view = store.snapshot()) {
            CommitPoint point = Lines.resolve(view, Lines.branch(view, branch), ref);
            try (LiveFiles files = index.at(view, point.at())) {
                return new Page(view, files, grouping, after).fill(point, limit);
            } catch (PfsException failure) {
                requireStillThere(point);
                throw failure;
            }
        }
    }

    /** The nodes of a deleted branch may go while a page is being walked. */
    private void requireStillThere(CommitPoint point) {
        try (View view = store.view()) {
            if (Lines.branch(view, point.branch()).line() != point.branchLine()) {
                throw PfsException.noSuchBranch(point.branch());
            }
        }
    }

    /** The walk that fills one page. */
    private record Page(Reader reader, LiveFiles files, Grouping grouping, Optional<Bytes> after) {
        /** What is to be shown: a group, or else the file at the place. */
        private record Shown(Optional<Bytes> group, Rows.Place place) {
            boolean isFile() {
                return group.isEmpty();
            }
        }

        ListPage fill(CommitPoint point, int limit) {
            List<Shown> page = new ArrayList<>();
            if (limit <= 0) {
                return new ListPage(point, List.of(), false);
            }
            seekStart();
            for (FilePath path = current(); path != null; path = current()) {
                Optional<Bytes> group = grouping.groupOf(path.bytes());
                boolean shown = group.isEmpty() || isAfter(group.get());
                if (shown && page.size() == limit) {
                    return new ListPage(point, entries(page), true);
                }
                if (shown) {
                    page.add(new Shown(group, new Rows.Place(files.writtenAt(), path)));
                }
                advance(group);
            }
            return new ListPage(point, entries(page), false);
        }

        /** The rows are read together, which is faster than one at each step. */
        private List<ListEntry> entries(List<Shown> page) {
            List<Rows.Place> places =
                    page.stream().filter(Shown::isFile).map(Shown::place).toList();
            Iterator<FileRow> rows = Rows.at(reader, places).iterator();
            List<ListEntry> entries = new ArrayList<>();
            for (Shown shown : page) {
                entries.add(
                        shown.isFile()
                                ? new ListEntry.File(shown.place().path(), rows.next())
                                : new ListEntry.CommonPrefix(shown.group().orElseThrow()));
            }
            return entries;
        }

        private void seekStart() {
            Bytes prefix = grouping.prefix();
            boolean within = after.isPresent() && after.get().compareTo(prefix) >= 0;
            files.seek(within ? successor(after.get()) : prefix);
        }

        /** The path that the walk stands on, or null beyond those with the prefix. */
        private @Nullable FilePath current() {
            FilePath path = files.valid() ? files.path() : null;
            return path != null && path.bytes().startsWith(grouping.prefix()) ? path : null;
        }

        /** A group that {@code after} names or lies in was shown before. */
        private boolean isAfter(Bytes group) {
            return after.isEmpty() || group.compareTo(after.get()) > 0;
        }

        private void advance(Optional<Bytes> group) {
            if (group.isPresent()) {
                files.seekPast(group.get());
            } else {
                files.next();
            }
        }

        private static Bytes successor(Bytes name) {
            byte[] longer = new byte[name.length() + 1];
            name.copyTo(longer, 0);
            return Bytes.owning(longer);
        }
    }
}
