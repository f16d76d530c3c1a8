package io.pfsgateway.pfs.listing;

import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import org.jspecify.annotations.Nullable;

/** Walks the rows of one line up to a sequence: paths in order, the versions of each from the newest. */
final class VersionCursor implements AutoCloseable {
    private final LineSequence place;
    private final Cursor cursor;
    private @Nullable RowKey current;

    VersionCursor(Reader reader, LineSequence place) {
        this.place = place;
        this.cursor = reader.cursor(Family.ROWS, Keys.line(place.line()), Keys.line(place.line() + 1));
    }

    void seek(Bytes from) {
        cursor.seek(Keys.rowsOfPrefix(place.line(), from));
        settle();
    }

    void seekPast(Bytes prefix) {
        cursor.seek(Keys.after(Keys.rowsOfPrefix(place.line(), prefix)));
        settle();
    }

    /** Goes to the newest version of the path before a sequence, or to what follows the path. */
    void seekBefore(FilePath path, long sequence) {
        cursor.seek(Keys.row(place.line(), path, Math.min(sequence - 1, place.sequence())));
        settle();
    }

    void seekPastPath(FilePath path) {
        cursor.seek(Keys.after(Keys.rowsOfPath(place.line(), path)));
        settle();
    }

    void next() {
        cursor.next();
        settle();
    }

    boolean valid() {
        return current != null;
    }

    FilePath path() {
        return standing().path();
    }

    LineSequence writtenAt() {
        return new LineSequence(place.line(), standing().sequence());
    }

    FileVersion version() {
        standing();
        return Tables.ROWS.decode(cursor.value());
    }

    private void settle() {
        while (cursor.valid()) {
            RowKey found = RowKey.decode(cursor.key());
            if (found.sequence() <= place.sequence()) {
                current = found;
                return;
            }
            cursor.seek(Keys.row(place.line(), found.path(), place.sequence()));
        }
        current = null;
    }

    private RowKey standing() {
        RowKey key = current;
        if (key == null) {
            throw new IllegalStateException("The cursor stands on no version");
        }
        return key;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
