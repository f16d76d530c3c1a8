package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;

/** One entry of a listing. Entries are ordered by their names. */
public sealed interface ListEntry {
    /** What the entry is ordered by, and what a listing goes on after. */
    Bytes name();

    /** A file. */
    record File(FilePath path, FileRow row) implements ListEntry {
        @Override
        public Bytes name() {
            return path.bytes();
        }
    }

    /** All files whose paths start with the name, which ends with the delimiter. */
    record CommonPrefix(Bytes name) implements ListEntry {}
}
