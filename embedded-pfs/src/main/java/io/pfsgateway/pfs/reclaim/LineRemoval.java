package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes dead lines: first their rows with the references that these hold, a few at a time, then their commits, then all
 * that is found by the line alone, and last the line itself. Only the first and the last are forced to disk; a crash takes
 * the others back to be done again, and so does a store that was opened anew: then the line is walked from its start. A parent that only this line still needed dies with it.
 */
public final class LineRemoval implements Chore {
    private static final long NO_LINE = -1;
    private static final int ROWS_PER_STEP = 500;
    /** A share of rows that is compacted at once: a second's work, as a rule. */
    private static final int COMPACTED_TOGETHER = 250_000;
    /** Fewer are not worth writing anew what is beside them in the store's files. */
    private static final int WORTH_COMPACTING = 1_000;

    private final Store store;
    private final Committer committer;
    private final DerivedRows derived;
    private int atOpening;
    private long atLine = NO_LINE;
    private long rowsGone = NO_LINE;
    /** How many rows of the line were deleted, and how many of them are on the disk still, and from where on. */
    private long rowsDeleted;

    private int rowsOnDisk;

    private byte[] deletedFrom = Keys.first();
    private byte[] reached = Keys.first();

    public LineRemoval(Store store, Committer committer) {
        this.store = store;
        this.committer = committer;
        this.derived = new DerivedRows(store);
    }

    @Override
    public boolean step() {
        startOverIfReopened();
        Optional<Long> dead = firstDead();
        return dead.isPresent() ? remove(dead.get()) : derived.dropFiles();
    }

    private boolean remove(long line) {
        List<DeadRow> rows = rowsGone == line ? List.of() : rows(line);
        if (!rows.isEmpty()) {
            committer.run(new ForgetRows(rows));
            rowsDeleted += rows.size();
            rowsOnDisk += rows.size();
            reached = rows.get(rows.size() - 1).key();
            if (rowsOnDisk >= COMPACTED_TOGETHER) {
                compactRows(reached);
            }
            return true;
        }
        if (rowsGone != line) {
            rowsGone = line;
            reached = Keys.line(line);
        }
        if (forgetCommits(line)) {
            return true;
        }
        derived.forget(line);
        if (committer.run(new ForgetLine(line, store, atOpening))) {
            derived.lineIsGone(line);
            // Before anything that takes long, lest a crash has them stay.
            derived.dropFiles();
            settle(line);
        }
        return true;
    }

    /** Has the disk freed of what was deleted row by row, where that was so much that it is worth it. */
    private void settle(long line) {
        if (rowsDeleted >= WORTH_COMPACTING) {
            compactRows(Keys.line(line + 1));
            store.compact(Family.COMMITS, Keys.line(line), Keys.line(line + 1));
        }
    }

    /** Whatever comes of it, the next share begins here: a compaction that fails is not to be in the way of what is deleted after it. */
    private void compactRows(byte[] to) {
        byte[] from = deletedFrom;
        deletedFrom = to;
        rowsOnDisk = 0;
        store.compact(Family.ROWS, from, to);
    }

    /** The deletions of an earlier opening that nothing forced may be lost; what they passed is to be looked at again. */
    private void startOverIfReopened() {
        int opening = store.openings();
        if (opening != atOpening) {
            atOpening = opening;
            atLine = NO_LINE;
            rowsGone = NO_LINE;
        }
    }

    private Optional<Long> firstDead() {
        byte[] first = Keys.deadLines();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.RECLAIM, first, Keys.after(first))) {
            cursor.first();
            return cursor.valid() ? Optional.of(Keys.decodeDead(cursor.key())) : Optional.empty();
        }
    }

    /** The next rows of the line; it goes on where it was, since walking over what it deleted would take ever longer. */
    private List<DeadRow> rows(long line) {
        if (atLine != line) {
            atLine = line;
            reached = Keys.line(line);
            deletedFrom = reached;
            rowsDeleted = 0;
            rowsOnDisk = 0;
        }
        List<DeadRow> rows = new ArrayList<>();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.ROWS, reached, Keys.line(line + 1))) {
            for (cursor.first(); cursor.valid() && rows.size() < ROWS_PER_STEP; cursor.next()) {
                Optional<ContentId> content = Tables.ROWS.decode(cursor.value()) instanceof FileRow row
                        ? Optional.of(row.content())
                        : Optional.empty();
                rows.add(new DeadRow(cursor.key(), content));
            }
        }
        return rows;
    }

    /** Forgets some of the line's commits with their ids; says whether there were any. */
    private boolean forgetCommits(long line) {
        Optional<byte[]> last = CommitRemoval.step(store, reached, Keys.line(line + 1));
        last.ifPresent(key -> reached = key);
        return last.isPresent();
    }

    @SuppressWarnings("ArrayRecordComponent") // Carries a key to where it is deleted; nobody compares two of them.
    private record DeadRow(byte[] key, Optional<ContentId> content) {}

    private record ForgetRows(List<DeadRow> rows) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            for (DeadRow row : rows) {
                Tables.ROWS.delete(session, row.key());
                row.content().ifPresent(content -> References.drop(session, content));
            }
            moment.needBackground();
            return true;
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }

    /** Forces what was deleted before it along with itself, and so refuses where that was in an earlier opening. */
    private record ForgetLine(long line, Store store, int opening) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            // The session holds the store open, so that the number stays as it is until this is written.
            if (store.openings() != opening) {
                return false;
            }
            LineRecord dead = Lines.line(session, line);
            Tables.LINES.delete(session, Keys.line(line));
            Tables.RECLAIM.delete(session, Keys.deadLine(line));
            if (dead.hasParent()) {
                releaseParent(session, dead.fork().line());
            }
            moment.needBackground();
            return true;
        }

        private static void releaseParent(Session session, long parent) {
            LineRecord left = Lines.line(session, parent);
            LineRecord remaining = left.withChildren(left.children() - 1);
            if (remaining.children() == 0 && remaining.state() == LineState.UNLISTED) {
                remaining = remaining.withState(LineState.DYING);
                Tables.RECLAIM.put(session, Keys.deadLine(parent), 0L);
            }
            Tables.LINES.put(session, Keys.line(parent), remaining);
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }
}
