package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.content.References;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Carries out some folds of a line: rows and the references that they hold together, so that the counts are right at any moment. */
record FoldRows(long line, List<Fold> folds) implements Operation<Boolean> {
    @Override
    public Boolean apply(Session session, Moment moment) {
        Map<Long, List<Fold>> byCommit = folds.stream().collect(Collectors.groupingBy(Fold::into));
        byCommit.forEach((into, those) -> apply(session, into, those));
        moment.needBackground();
        return true;
    }

    private void apply(Session session, long into, List<Fold> those) {
        CommitRecord commit = Lines.commit(session, new LineSequence(line, into));
        int more = 0;
        for (Fold fold : those) {
            more += fold.stays() ? move(session, fold, commit) : forget(session, fold, commit);
        }
        if (more != 0) {
            Tables.COMMITS.put(session, Keys.lineSequence(line, into), commit.withChanges(commit.changes() + more));
        }
    }

    private int move(Session session, Fold fold, CommitRecord commit) {
        Tables.ROWS.put(session, keyOf(fold), fold.of(commit.id()));
        byte[] change = Keys.commitPath(line, fold.into(), fold.key().path());
        Tables.COMMIT_PATHS.put(session, change, fold.version() instanceof FileRow);
        return 1;
    }

    /** A row that an earlier squash made a change of the commit takes that back. */
    private int forget(Session session, Fold fold, CommitRecord commit) {
        Tables.ROWS.delete(session, keyOf(fold));
        fold.version().file().map(FileRow::content).ifPresent(content -> References.drop(session, content));
        if (!fold.version().commit().equals(commit.id())) {
            return 0;
        }
        Tables.COMMIT_PATHS.delete(
                session, Keys.commitPath(line, fold.into(), fold.key().path()));
        return -1;
    }

    private static byte[] keyOf(Fold fold) {
        RowKey key = fold.key();
        return Keys.row(key.line(), key.path(), key.sequence());
    }

    @Override
    public boolean freesSpace() {
        return true;
    }
}
