package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitRef;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.record.CommitPathKey;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened to files over the commits of a branch. Safe for any number of threads. */
public final class History {
    private final Store store;

    public History(Store store) {
        this.store = store;
    }

    /**
     * All versions of the paths of a grouping, deletions included: paths in order, the versions of each from the newest. It
     * goes on after the marker; a marker's commit that is not on the branch is refused as such.
     */
    public VersionPage versions(BranchName branch, Grouping grouping, Optional<VersionMarker> after, int limit) {
        try (View view = store.snapshot()) {
            BranchState state = Lines.branch(view, branch);
            CommitPoint head = Lines.head(state);
            try (AllVersions versions = new AllVersions(view, Lines.chain(view, head.at()))) {
                Page page = new Page(versions, grouping, after.map(VersionMarker::name));
                page.seekStart(after.flatMap(VersionMarker::version).map(id -> firstOf(view, state, id)));
                return page.fill(head, limit);
            }
        }
    }

    /** The commits of a branch from the given one back, the newest first; at most so many. */
    public List<CommitPoint> commits(BranchName branch, CommitRef from, int limit) {
        try (View view = store.snapshot()) {
            BranchState state = Lines.branch(view, branch);
            List<CommitPoint> commits = new ArrayList<>();
            OptionalLong sequence =
                    OptionalLong.of(Lines.resolve(view, state, from).at().sequence());
            while (sequence.isPresent() && commits.size() < limit) {
                commits.add(Lines.pointAt(view, state, sequence.getAsLong()));
                sequence = Lines.ancestor(view, state, sequence.getAsLong(), 1);
            }
            return commits;
        }
    }

    /** The paths that a commit changed, in order, after the given one; at most so many. */
    public List<ChangedPath> changes(BranchName branch, CommitRef ref, Optional<FilePath> after, int limit) {
        try (View view = store.snapshot()) {
            LineSequence at =
                    Lines.resolve(view, Lines.branch(view, branch), ref).at();
            byte[] all = Keys.lineSequence(at.line(), at.sequence());
            byte[] from = after.map(path -> Keys.afterCommitPath(at.line(), at.sequence(), path))
                    .orElse(all);
            List<ChangedPath> page = new ArrayList<>();
            try (Cursor cursor = view.cursor(Family.COMMIT_PATHS, from, Keys.after(all))) {
                for (cursor.first(); cursor.valid() && page.size() < limit; cursor.next()) {
                    FilePath path = CommitPathKey.decode(cursor.key()).path();
                    page.add(new ChangedPath(path, Tables.COMMIT_PATHS.decode(cursor.value())));
                }
            }
            return page;
        }
    }

    /** What a commit left stands at its own sequence or, if it was of those squashed into it, before that. */
    private static long firstOf(Reader reader, BranchState branch, CommitId id) {
        return Squashed.firstOf(
                reader, Lines.resolve(reader, branch, CommitRef.of(id)).at());
    }

    /** The walk that fills one page. */
    private static final class Page {
        private final AllVersions versions;
        private final Grouping grouping;
        private final Optional<Bytes> after;
        private Optional<FilePath> previous = Optional.empty();

        Page(AllVersions versions, Grouping grouping, Optional<Bytes> after) {
            this.versions = versions;
            this.grouping = grouping;
            this.after = after;
        }

        void seekStart(Optional<Long> sequence) {
            Bytes prefix = grouping.prefix();
            if (after.isEmpty() || after.get().compareTo(prefix) < 0) {
                versions.seek(prefix);
            } else if (after.get().isEmpty()) {
                versions.seek(after.get());
            } else if (sequence.isPresent()) {
                FilePath path = new FilePath(after.get());
                previous = Optional.of(path);
                versions.seekBefore(path, sequence.get());
            } else if (after.get().length() > FilePath.MAX_BYTES) {
                versions.seek(after.get());
            } else {
                versions.seekPastPath(new FilePath(after.get()));
            }
        }

        VersionPage fill(CommitPoint head, int limit) {
            List<VersionEntry> entries = new ArrayList<>();
            while (limit > 0 && isInRange()) {
                Optional<Bytes> group = grouping.groupOf(versions.path().bytes());
                boolean shown =
                        group.isEmpty() || after.isEmpty() || group.get().compareTo(after.get()) > 0;
                if (shown && entries.size() == limit) {
                    return new VersionPage(head, entries, true);
                }
                if (shown) {
                    entries.add(entry(group));
                }
                advance(group);
            }
            return new VersionPage(head, entries, false);
        }

        private boolean isInRange() {
            return versions.valid() && versions.path().bytes().startsWith(grouping.prefix());
        }

        private VersionEntry entry(Optional<Bytes> group) {
            if (group.isPresent()) {
                return new VersionEntry.CommonPrefix(group.get());
            }
            FilePath path = versions.path();
            boolean latest = !Optional.of(path).equals(previous);
            previous = Optional.of(path);
            return new VersionEntry.Version(path, versions.version(), latest);
        }

        private void advance(Optional<Bytes> group) {
            if (group.isPresent()) {
                versions.seekPast(group.get());
            } else {
                versions.next();
            }
        }
    }
}
