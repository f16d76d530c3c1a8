package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.commit.CommitInfo;

/** What a reader found at a key. A commit read is always known, so that an answer can name it. */
public sealed interface FileLookup {
    /** The commit that was read. */
    CommitInfo commit();

    /** A file, pinned until it is closed. */
    record Found(PinnedFile file) implements FileLookup {
        @Override
        public CommitInfo commit() {
            return file.commit();
        }
    }

    /**
     * No file, and the file system knows which commit deleted it.
     *
     * @param commit the commit that was read
     * @param deletedBy the commit that deleted the file, {@code commit} or one before it
     */
    record Deleted(CommitInfo commit, CommitInfo deletedBy) implements FileLookup {}

    /** No file; one that was deleted looks the same in a file system that keeps no trace of it by key. */
    record Absent(CommitInfo commit) implements FileLookup {}
}
