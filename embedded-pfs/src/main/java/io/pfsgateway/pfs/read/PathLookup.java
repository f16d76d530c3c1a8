package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.DeletedRow;

/** What stands at a path as of a commit, and which commit that is: all of one moment. */
public sealed interface PathLookup {
    /** The commit that was read. */
    CommitPoint commit();

    /** A file, held open; the caller closes it. */
    record Found(OpenFile file) implements PathLookup {
        @Override
        public CommitPoint commit() {
            return file.file().commit();
        }
    }

    /** Nothing any more: the row says which commit deleted it. */
    record Deleted(CommitPoint commit, DeletedRow row) implements PathLookup {}

    /** Nothing, and nothing ever was. */
    record Absent(CommitPoint commit) implements PathLookup {}
}
