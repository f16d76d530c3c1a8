package io.pfsgateway.pfs.squash;

/**
 * What a squash took away, or would: commits, and the versions of files that nothing shows any more, deletions among them. {@code
 * bytes} is how long these versions were; bytes that another version or upload shares stay.
 */
public record SquashReport(long commits, long versions, long bytes) {
    static final SquashReport NOTHING = new SquashReport(0, 0, 0);

    SquashReport plus(SquashReport other) {
        return new SquashReport(commits + other.commits, versions + other.versions, bytes + other.bytes);
    }
}
