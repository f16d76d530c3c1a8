package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.index.LiveFiles;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.listing.AllVersions;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;

/** Compares, at the head of every branch, what the index shows with what the rows say. */
final class IndexPass {
    private final Reader reader;
    private final PathIndex index;
    private final Findings findings;

    IndexPass(Reader reader, PathIndex index, Findings findings) {
        this.reader = reader;
        this.index = index;
        this.findings = findings;
    }

    void run() {
        try (Cursor cursor = reader.cursor(Family.BRANCHES, Keys.first(), Keys.last())) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                BranchName branch = Keys.decodeBranch(cursor.key());
                findings.pass(() -> "index of " + branch, () -> check(branch));
            }
        }
    }

    private void check(BranchName branch) {
        LineSequence head = Lines.head(Lines.branch(reader, branch)).at();
        try (LiveFiles shown = index.at(reader, head);
                AllVersions versions = new AllVersions(reader, Lines.chain(reader, head))) {
            shown.seek(Bytes.EMPTY);
            versions.seek(Bytes.EMPTY);
            while (versions.valid()) {
                FilePath path = versions.path();
                if (versions.version() instanceof FileRow && !takes(shown, path, versions.place(), branch)) {
                    return;
                }
                versions.seekPastPath(path);
            }
            findings.require(!shown.valid(), Finding.Kind.INDEX, "branch " + branch, "shows files that are not there");
        }
    }

    /** Whether the index stands on this very file; it is moved on then. */
    private boolean takes(LiveFiles shown, FilePath path, LineSequence written, BranchName branch) {
        boolean same =
                shown.valid() && shown.path().equals(path) && shown.writtenAt().equals(written);
        if (same) {
            shown.next();
        } else {
            findings.add(Finding.Kind.INDEX, "branch " + branch, "does not show " + path + " as of " + written);
        }
        return same;
    }
}
