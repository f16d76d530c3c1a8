package io.pfsgateway.pfs.model;

import java.time.Instant;

/**
 * One version of one file, with all that is known of it short of its bytes. {@code parts} is 0 for a file written in one
 * go, else the number of parts it was composed of. The attributes are the caller's own and opaque here; they are as
 * durable as the bytes, and change with them in one commit.
 */
public record FileRow(
        CommitId commit, Instant time, ContentId content, long size, Sha256 hash, int parts, Bytes attributes)
        implements FileVersion {
    public FileRow {
        if (size < 0 || parts < 0) {
            throw new IllegalArgumentException("Neither size nor parts can be negative: " + size + ", " + parts);
        }
    }

    /** The same file as another commit's change. */
    public FileRow by(CommitId other, Instant at) {
        return new FileRow(other, at, content, size, hash, parts, attributes);
    }
}
