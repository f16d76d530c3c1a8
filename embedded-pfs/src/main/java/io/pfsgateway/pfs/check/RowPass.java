package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares every row with its commit, or the one that this was squashed into, and with its content. Rows of dying lines may lack their
 * commits, and those of an unfinished squash may still be of commits that are gone.
 */
final class RowPass {
    /** Contents that ride in the store come with their bytes, so not too many. */
    private static final int ROWS_AT_ONCE = 256;

    private final Reader reader;
    private final Findings findings;
    private final Map<Long, Boolean> dying = new HashMap<>();
    private final Map<Long, Boolean> unfinished = new HashMap<>();
    private final Map<Long, SquashedRuns> squashed = new HashMap<>();

    RowPass(Reader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    void run() {
        List<Row> group = new ArrayList<>();
        try (Cursor cursor = reader.cursor(Family.ROWS, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                findings.countRow();
                group.add(row(RowKey.decode(cursor.key()), Tables.ROWS.decode(cursor.value())));
                if (group.size() == ROWS_AT_ONCE) {
                    check(group);
                    group.clear();
                }
            }
        }
        check(group);
    }

    private Row row(RowKey key, FileVersion version) {
        SquashedRuns runs = squashed.computeIfAbsent(key.line(), line -> Squashed.of(reader, line));
        return new Row(key, version, runs.standing(key.sequence()));
    }

    private record Row(RowKey key, FileVersion version, long standing) {
        @Override
        public String toString() {
            return key.path() + " on line " + key.line() + " at " + key.sequence();
        }

        boolean isOfItsOwnCommit() {
            return standing == key.sequence();
        }

        /** Squashing a commit leaves a row as old as it was. */
        boolean isOf(CommitRecord commit) {
            return commit.id().equals(version.commit())
                    && (isOfItsOwnCommit()
                            ? version.time().equals(commit.time())
                            : !version.time().isAfter(commit.time()));
        }

        byte[] commit() {
            return Keys.lineSequence(key.line(), standing);
        }

        byte[] commitPath() {
            return Keys.commitPath(key.line(), standing, key.path());
        }
    }

    private void check(List<Row> rows) {
        checkCommits(rows.stream().filter(this::mustHaveItsCommit).toList());
        checkContents(
                rows.stream().filter(row -> row.version() instanceof FileRow).toList());
    }

    private boolean mustHaveItsCommit(Row row) {
        return !isDying(row.key().line())
                && (row.isOfItsOwnCommit() || !isUnfinished(row.key().line()));
    }

    private boolean isUnfinished(long line) {
        return unfinished.computeIfAbsent(
                line, number -> Tables.RECLAIM.contains(reader, Keys.unfinishedSquash(number)));
    }

    private boolean isDying(long line) {
        return dying.computeIfAbsent(
                line,
                number -> Tables.LINES
                        .find(reader, Keys.line(number))
                        .filter(found -> found.state() == LineState.DYING)
                        .isPresent());
    }

    private void checkCommits(List<Row> rows) {
        List<Optional<CommitRecord>> commits =
                Tables.COMMITS.findAll(reader, rows.stream().map(Row::commit).toList());
        List<Optional<Boolean>> changed = Tables.COMMIT_PATHS.findAll(
                reader, rows.stream().map(Row::commitPath).toList());
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            FileVersion version = row.version();
            if (commits.get(index).filter(row::isOf).isEmpty()) {
                findings.add(Finding.Kind.ROW, row.toString(), "is not of a commit that is there");
            }
            if (!changed.get(index).equals(Optional.of(version instanceof FileRow))) {
                findings.add(Finding.Kind.ROW, row.toString(), "is not among what its commit changed");
            }
        }
    }

    private void checkContents(List<Row> rows) {
        List<FileRow> files = rows.stream().map(row -> (FileRow) row.version()).toList();
        List<Optional<ContentRecord>> contents = Tables.CONTENTS.findAll(
                reader, files.stream().map(file -> Keys.content(file.content())).toList());
        for (int index = 0; index < files.size(); index++) {
            FileRow file = files.get(index);
            if (contents.get(index).filter(content -> fits(content, file)).isEmpty()) {
                findings.add(
                        Finding.Kind.ROW, rows.get(index).toString(), "does not fit its content " + file.content());
            }
        }
    }

    private static boolean fits(ContentRecord content, FileRow file) {
        return content.size() == file.size()
                && content.hash().equals(file.hash())
                && content.parts().size() == file.parts();
    }
}
