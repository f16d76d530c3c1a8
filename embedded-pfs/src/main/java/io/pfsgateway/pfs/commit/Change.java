package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.Precondition;

/** One change of one path within a commit. */
public sealed interface Change {
    FilePath path();

    /** Decided on the newest change of the path before the commit. */
    Precondition precondition();

    /** Writes the file. If the precondition fails, so does the whole commit. */
    record Put(FilePath path, FileSource source, Bytes attributes, Precondition precondition) implements Change {}

    /** Deletes the file if it is there. If the precondition fails, the file stays and the commit goes on. */
    record Delete(FilePath path, Precondition precondition) implements Change {}
}
