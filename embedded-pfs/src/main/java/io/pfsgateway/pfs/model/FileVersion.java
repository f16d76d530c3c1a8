package io.pfsgateway.pfs.model;

import java.time.Instant;

/** What a commit did to a path: it wrote a {@link FileRow}, or left a {@link DeletedRow}. */
public sealed interface FileVersion permits FileRow, DeletedRow {
    /** The commit that made this version. */
    CommitId commit();

    /** When that commit was made. */
    Instant time();
}
