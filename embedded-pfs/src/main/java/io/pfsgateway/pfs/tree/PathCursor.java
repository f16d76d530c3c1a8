package io.pfsgateway.pfs.tree;

/**
 * Walks the live paths of one version of the map in ascending unsigned byte order. A new cursor stands nowhere until {@link #seek}
 * is called. Cursors are cheap, hold nothing that must be closed, and are for one thread.
 */
public interface PathCursor {
    /** Goes to the first path at or after this one, which may lie behind the current one as well as before it. */
    void seek(byte[] path);

    /** Whether the cursor stands on a path; the other methods refuse with an {@link IllegalStateException} while it does not. */
    boolean valid();

    /** A copy of the path under the cursor. */
    byte[] path();

    /** A copy of the value under the cursor. */
    byte[] value();

    /** Goes to the next path, or beyond the last. */
    void next();
}
