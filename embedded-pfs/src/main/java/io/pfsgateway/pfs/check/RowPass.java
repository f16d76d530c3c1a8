package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.ContentRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineState;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.Optional;

/** Compares every row with its commit and its content. Rows of dying lines may lack their commits. */
final class RowPass {
    private final Reader reader;
    private final Findings findings;

    RowPass(Reader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    void run() {
        try (Cursor cursor = reader.cursor(Family.ROWS, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                RowKey key = RowKey.decode(cursor.key());
                check(key, Tables.ROWS.decode(cursor.value()));
            }
        }
    }

    private void check(RowKey key, FileVersion version) {
        findings.countRow();
        String where = key.path() + " on line " + key.line() + " at " + key.sequence();
        boolean dying = Tables.LINES
                .find(reader, Keys.line(key.line()))
                .filter(line -> line.state() == LineState.DYING)
                .isPresent();
        if (!dying) {
            checkCommit(key, version, where);
        }
        if (version instanceof FileRow row) {
            checkContent(row, where);
        }
    }

    private void checkCommit(RowKey key, FileVersion version, String where) {
        Optional<CommitRecord> commit = Tables.COMMITS.find(reader, Keys.lineSequence(key.line(), key.sequence()));
        boolean sound = commit.isPresent()
                && commit.get().id().equals(version.commit())
                && commit.get().time().equals(version.time());
        findings.require(sound, Finding.Kind.ROW, where, "is not of a commit that is there");
        findings.require(
                Tables.COMMIT_PATHS
                        .find(reader, Keys.commitPath(key.line(), key.sequence(), key.path()))
                        .equals(Optional.of(version instanceof FileRow)),
                Finding.Kind.ROW,
                where,
                "is not among what its commit changed");
    }

    private void checkContent(FileRow row, String where) {
        Optional<ContentRecord> content = Tables.CONTENTS.find(reader, Keys.content(row.content()));
        boolean sound = content.isPresent()
                && content.get().size() == row.size()
                && content.get().hash().equals(row.hash())
                && content.get().parts().size() == row.parts();
        findings.require(sound, Finding.Kind.ROW, where, "does not fit its content " + row.content());
    }
}
