package io.pfsgateway.pfs.index;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.tree.CorruptNodeException;
import io.pfsgateway.pfs.tree.OverlayCursor;

/**
 * Walks the files that are live at a commit, in the order of their paths. A new one stands nowhere until it is sought. For
 * one thread; the caller closes it before the view that it reads from.
 */
public final class LiveFiles implements AutoCloseable {
    private final NewestChanges changes;
    private final OverlayCursor cursor;

    LiveFiles(NewestChanges changes, OverlayCursor cursor) {
        this.changes = changes;
        this.cursor = cursor;
    }

    /** Goes to the first path at or after these bytes. */
    public void seek(Bytes from) {
        reading(() -> cursor.seek(from.toArray()));
    }

    /** Goes to the first path after all that start with these bytes. */
    public void seekPast(Bytes prefix) {
        reading(() -> cursor.seekPast(prefix.toArray()));
    }

    public boolean valid() {
        return cursor.valid();
    }

    public FilePath path() {
        return new FilePath(Bytes.owning(cursor.path()));
    }

    /** Where the row of the file was written. */
    public LineSequence writtenAt() {
        return WrittenAt.decode(cursor.value());
    }

    public void next() {
        reading(cursor::next);
    }

    private static void reading(Runnable step) {
        try {
            step.run();
        } catch (CorruptNodeException corrupt) {
            throw new PfsException(FailureKind.CORRUPT, "The index cannot be read: " + corrupt.getMessage(), corrupt);
        }
    }

    @Override
    public void close() {
        changes.close();
    }
}
