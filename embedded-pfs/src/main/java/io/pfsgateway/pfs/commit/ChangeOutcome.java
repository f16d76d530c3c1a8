package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import java.util.Optional;

/** What became of one change of a commit; the row is there where a file was written. */
public record ChangeOutcome(FilePath path, Kind kind, Optional<FileRow> row) {
    /** The ways that a change can go without failing the commit. */
    public enum Kind {
        WRITTEN,
        DELETED,
        /** There was nothing to delete. */
        ABSENT,
        /** The file to delete is not as it was required to be, and stays. */
        PRECONDITION_FAILED
    }
}
