package io.pfsgateway.pfs.model;

import java.time.Instant;
import java.util.Optional;

/** What a commit did to a path: it wrote a {@link FileRow}, or left a {@link DeletedRow}. */
public sealed interface FileVersion permits FileRow, DeletedRow {
    /** The commit that made this version. */
    CommitId commit();

    /** When that commit was made. */
    Instant time();

    /** The file, unless this is a deletion. */
    default Optional<FileRow> file() {
        return this instanceof FileRow row ? Optional.of(row) : Optional.empty();
    }
}
