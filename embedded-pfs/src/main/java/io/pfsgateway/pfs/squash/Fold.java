package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.DeletedRow;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.record.RowKey;

/** What becomes of a row whose commit is gone: it is a change of the commit that stands for it now, or goes too. */
record Fold(RowKey key, FileVersion version, long into, boolean stays) {

    /** The row as another commit's. When the file was last changed stays as it was. */
    FileVersion of(CommitId commit) {
        return version instanceof FileRow row ? row.by(commit, row.time()) : new DeletedRow(commit, version.time());
    }

    /** What it takes away. */
    SquashReport report() {
        long bytes = version.file().map(FileRow::size).orElse(0L);
        return stays ? SquashReport.NOTHING : new SquashReport(0, 1, bytes);
    }
}
