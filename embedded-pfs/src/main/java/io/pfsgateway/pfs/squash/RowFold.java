package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.Rows;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a line, and says what becomes of those whose commits are gone. Of a path's rows within a run only the newest
 * is ever seen, and not even that one where the commit that stands for the run has a row of its own, or where a file was deleted that
 * was not there before the run either. What was folded before is passed over, so that it can be begun again.
 */
final class RowFold {
    private static final int FOLDS_PER_STEP = 1_000;
    private static final long NONE = -1;

    private final long line;
    private final SquashedRuns runs;
    private final Map<Long, CommitId> commits = new HashMap<>();
    private final Map<Long, List<LineSequence>> chains = new HashMap<>();
    private byte[] reached;
    private @Nullable FilePath path;
    private long taken = NONE;

    RowFold(long line, SquashedRuns runs) {
        this.line = line;
        this.runs = runs;
        this.reached = Keys.line(line);
    }

    /** The next rows that something becomes of; none at the end. */
    List<Fold> next(Reader reader) {
        List<Fold> folds = new ArrayList<>();
        try (Cursor cursor = reader.cursor(Family.ROWS, reached, Keys.line(line + 1))) {
            for (cursor.first(); cursor.valid() && folds.size() < FOLDS_PER_STEP; cursor.next()) {
                reached = Keys.following(cursor.key());
                fold(reader, RowKey.decode(cursor.key()), cursor).ifPresent(folds::add);
            }
        }
        return folds;
    }

    private Optional<Fold> fold(Reader reader, RowKey key, Cursor cursor) {
        long newer = key.path().equals(path) ? taken : NONE;
        path = key.path();
        taken = runs.standing(key.sequence());
        if (taken == key.sequence()) {
            return Optional.empty();
        }
        FileVersion version = Tables.ROWS.decode(cursor.value());
        if (newer == taken || !isSeen(reader, key, version)) {
            return Optional.of(new Fold(key, version, taken, false));
        }
        return version.commit().equals(commit(reader, taken))
                ? Optional.empty()
                : Optional.of(new Fold(key, version, taken, true));
    }

    /** A deletion is seen where it hides a file. */
    private boolean isSeen(Reader reader, RowKey key, FileVersion version) {
        return version instanceof FileRow
                || Rows.find(reader, before(reader, key.sequence()), key.path()).isPresent();
    }

    /** The places that make up the state before the run that a sequence belongs to. */
    private List<LineSequence> before(Reader reader, long sequence) {
        long first = runs.holding(sequence).map(SquashedRun::first).orElse(sequence);
        return chains.computeIfAbsent(first, at -> Lines.chain(reader, new LineSequence(line, at - 1)));
    }

    private CommitId commit(Reader reader, long sequence) {
        return commits.computeIfAbsent(
                sequence, at -> Lines.commit(reader, new LineSequence(line, at)).id());
    }
}
