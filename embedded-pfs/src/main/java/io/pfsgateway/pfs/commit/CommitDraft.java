package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.CommitInfo;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.model.Precondition;
import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Rows;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Entry;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A commit in the making: writes the rows of its changes, and in the end the commit itself. */
public final class CommitDraft {
    private final Session session;
    private final BranchState branch;
    private final SourceResolver sources;
    private final List<LineSequence> before;
    private final LineSequence place;
    private final CommitId id;
    private final Instant time;
    private final Map<FilePath, Optional<FileVersion>> lookedUp = new HashMap<>();
    private final Map<FilePath, ChangeOutcome> done = new HashMap<>();
    private int changed;

    CommitDraft(Session session, BranchState branch, SourceResolver sources, Moment moment) {
        this(session, branch, sources, moment, CommitId.random());
    }

    /** A commit of what other rows hold already, under an id that was promised. */
    public CommitDraft(Session session, BranchState branch, SourceResolver sources, Moment moment, CommitId id) {
        this.id = id;
        Instant now = moment.now();
        this.session = session;
        this.branch = branch;
        this.sources = sources;
        LineRecord.Head head = branch.lineRecord().head();
        this.before = Lines.chain(session, Lines.head(branch).at());
        this.place = new LineSequence(branch.line(), head.sequence() + 1);
        this.time = now.isBefore(head.time()) ? head.time() : now;
    }

    boolean isEmpty() {
        return changed == 0;
    }

    /**
     * Looks up together what the changes will ask for. No change sees another of the same commit, so that it makes no
     * difference but in time.
     */
    void lookAhead(List<Change> changes) {
        List<FilePath> asked = changes.stream()
                .filter(CommitDraft::asksForNewest)
                .map(Change::path)
                .toList();
        if (asked.size() > 1) {
            Map<FilePath, FileVersion> found = Rows.findVersions(session, before, asked);
            asked.forEach(path -> lookedUp.put(path, Optional.ofNullable(found.get(path))));
        }
    }

    private static boolean asksForNewest(Change change) {
        return change instanceof Change.Delete || !change.precondition().equals(Precondition.NONE);
    }

    ChangeOutcome apply(Change change) {
        ChangeOutcome earlier = done.get(change.path());
        if (earlier != null) {
            return repeated(change, earlier);
        }
        ChangeOutcome outcome = change instanceof Change.Put put ? put(put) : delete((Change.Delete) change);
        done.put(change.path(), outcome);
        return outcome;
    }

    /** A path may be named for deletion twice, but a commit writes it once. */
    private static ChangeOutcome repeated(Change change, ChangeOutcome earlier) {
        if (change instanceof Change.Put || earlier.kind() == ChangeOutcome.Kind.WRITTEN) {
            throw new IllegalArgumentException("One commit changes " + change.path() + " twice");
        }
        return earlier;
    }

    private ChangeOutcome put(Change.Put put) {
        if (!put.precondition().equals(Precondition.NONE) && !put.precondition().test(newest(put.path()))) {
            throw PfsException.preconditionFailed(branch.name(), put.path());
        }
        SourceResolver.Resolved source = sources.resolve(session, put.source());
        FileRow row =
                new FileRow(id, time, source.content(), source.size(), source.hash(), source.parts(), put.attributes());
        write(put.path(), row, true);
        return new ChangeOutcome(put.path(), ChangeOutcome.Kind.WRITTEN, Optional.of(row));
    }

    /** Leaves the path as another row left it. It is the caller's to name each path once. */
    public void adopt(FilePath path, Optional<FileRow> left) {
        if (left.isPresent()) {
            FileRow row = left.get();
            References.add(session, row.content());
            write(path, row.by(id, time), true);
        } else if (newest(path).flatMap(FileVersion::file).isPresent()) {
            write(path, new DeletedRow(id, time), false);
        }
    }

    private ChangeOutcome delete(Change.Delete delete) {
        Optional<FileVersion> newest = newest(delete.path());
        if (!delete.precondition().test(newest)) {
            return new ChangeOutcome(delete.path(), ChangeOutcome.Kind.PRECONDITION_FAILED, Optional.empty());
        }
        if (newest.flatMap(FileVersion::file).isEmpty()) {
            return new ChangeOutcome(delete.path(), ChangeOutcome.Kind.ABSENT, Optional.empty());
        }
        write(delete.path(), new DeletedRow(id, time), false);
        return new ChangeOutcome(delete.path(), ChangeOutcome.Kind.DELETED, Optional.empty());
    }

    private Optional<FileVersion> newest(FilePath path) {
        return lookedUp.computeIfAbsent(path, asked -> Rows.findAtHead(session, before, asked));
    }

    private void write(FilePath path, FileVersion version, boolean live) {
        changed++;
        long epoch = branch.lineRecord().epoch().number();
        Tables.ROWS.put(session, Keys.row(place.line(), path, place.sequence()), version);
        Tables.CHANGES.put(session, Keys.change(place.line(), epoch, path, place.sequence()), live);
        Tables.COMMIT_PATHS.put(session, Keys.commitPath(place.line(), place.sequence(), path), live);
        outdateContentBefore(path, version);
    }

    /**
     * Whoever asked for the bytes that the path had will ask for the new ones from now on. Left to itself the memory would keep the old ones for
     * long, since they were asked for often, and not let the new ones in. Only a version that is remembered, or was looked up, counts; others
     * may hold the same bytes, and then read them from the store once.
     */
    private void outdateContentBefore(FilePath path, FileVersion version) {
        Optional<byte[]> last = last(path).flatMap(CommitDraft::contentKey);
        Optional<byte[]> next = contentKey(version);
        if (last.isPresent() && !(next.isPresent() && Arrays.equals(last.get(), next.get()))) {
            session.outdate(Family.CONTENTS, last.get(), next.orElse(null));
        }
    }

    private static Optional<byte[]> contentKey(FileVersion version) {
        return version.file().map(FileRow::content).map(Keys::content);
    }

    /** The version before this commit, as far as it is known without asking the database. */
    private Optional<FileVersion> last(FilePath path) {
        Optional<FileVersion> known = lookedUp.get(path);
        return known != null
                ? known
                : session.newestRemembered(Family.ROWS, Keys.rowsOfPath(place.line(), path))
                        .map(Entry::value)
                        .map(Tables.ROWS::decode);
    }

    /** Writes the commit and moves the head to it. */
    public CommitInfo finish(CommitPlan plan, EpochPolicy epochs, Moment moment) {
        CommitRecord commit = new CommitRecord(id, time, plan.kind(), plan.description(), plan.token(), changed);
        Tables.COMMITS.put(session, Keys.lineSequence(place.line(), place.sequence()), commit);
        Tables.COMMIT_IDS.put(session, Keys.commitId(id), place);
        if (!plan.token().isEmpty()) {
            Tables.TOKENS.put(session, Keys.token(place.line(), plan.token()), place.sequence());
        }
        LineRecord.Head head = new LineRecord.Head(place.sequence(), id, time);
        LineRecord.Epoch next = epochs.advance(session, branch, place, changed, moment);
        Tables.LINES.put(session, Keys.line(place.line()), branch.lineRecord().advancedTo(head, next));
        return commit.at(place.sequence());
    }
}
