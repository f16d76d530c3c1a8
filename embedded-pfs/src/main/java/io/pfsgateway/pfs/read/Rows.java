package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.model.PfsException;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.RowKey;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Entry;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the version of a file that stands at a place: one seek for each line, from the newest back. */
public final class Rows {
    private Rows() {}

    /** The file at the path, unless there is none or it was deleted. */
    public static Optional<FileRow> find(Reader reader, LineSequence at, FilePath path) {
        return find(reader, Lines.chain(reader, at), path);
    }

    /** As {@link #find(Reader, LineSequence, FilePath)}, for a caller that knows the chain of the place already. */
    public static Optional<FileRow> find(Reader reader, List<LineSequence> chain, FilePath path) {
        return findVersion(reader, chain, path).flatMap(FileVersion::file);
    }

    /** The newest change to the path, a deletion too; nothing where there never was one. */
    static Optional<FileVersion> findVersion(Reader reader, LineSequence at, FilePath path) {
        return findVersion(reader, Lines.chain(reader, at), path);
    }

    /** As {@link #find(Reader, List, FilePath)}, a deletion too; nothing where there never was a file. */
    public static Optional<FileVersion> findVersion(Reader reader, List<LineSequence> chain, FilePath path) {
        for (LineSequence place : chain) {
            Optional<FileVersion> last = onLine(reader, place, path);
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** As {@link #findAtHead(Reader, List, FilePath)}, by a branch's head. */
    static Optional<FileVersion> findAtHead(Reader reader, LineSequence head, FilePath path) {
        return findAtHead(reader, Lines.chain(reader, head), path);
    }

    /**
     * The newest change to the path as of a branch's head with this chain: what the store remembers of its newest state is looked at
     * first.
     */
    public static Optional<FileVersion> findAtHead(Reader reader, List<LineSequence> chain, FilePath path) {
        for (LineSequence place : chain) {
            Optional<Entry> newest = reader.newest(Family.ROWS, Keys.rowsOfPath(place.line(), path));
            if (newest.isPresent()) {
                boolean counts = RowKey.sequenceOf(newest.get().key()) <= place.sequence();
                Optional<FileVersion> last =
                        counts ? newest.map(Entry::value).map(Tables.ROWS::decode) : onLine(reader, place, path);
                if (last.isPresent()) {
                    return last;
                }
            }
        }
        return Optional.empty();
    }

    /** Where an index says that a row is. */
    public record Place(LineSequence written, FilePath path) {
        byte[] key() {
            return Keys.row(written.line(), path, written.sequence());
        }

        FileRow require(Optional<FileVersion> found) {
            return found.flatMap(FileVersion::file)
                    .orElseThrow(() -> PfsException.corrupt("No file " + path + " was written at " + written));
        }
    }

    /** The very rows that an index says are there, in the order of the places, which is that of their paths. */
    public static List<FileRow> at(Reader reader, List<Place> places) {
        return new KnownRows(reader, places).get();
    }

    /**
     * As {@link #findVersion(Reader, List, FilePath)} for several paths; those without a version are left out. One after the
     * other they would each open the store's files anew.
     */
    public static Map<FilePath, FileVersion> findVersions(
            Reader reader, List<LineSequence> chain, Collection<FilePath> paths) {
        TreeSet<FilePath> missing = new TreeSet<>(paths);
        Map<FilePath, FileVersion> found = new HashMap<>();
        for (LineSequence place : chain) {
            if (missing.isEmpty()) {
                break;
            }
            addFromLine(reader, place, missing, found);
            missing.removeAll(found.keySet());
        }
        return found;
    }

    private static void addFromLine(
            Reader reader, LineSequence place, SortedSet<FilePath> paths, Map<FilePath, FileVersion> found) {
        byte[] from = Keys.rowsOfPath(place.line(), paths.first());
        byte[] end = Keys.after(Keys.rowsOfPath(place.line(), paths.last()));
        try (Cursor cursor = reader.cursor(Family.ROWS, from, end)) {
            for (FilePath path : paths) {
                cursor.seek(Keys.row(place.line(), path, place.sequence()));
                if (cursor.valid() && RowKey.decode(cursor.key()).path().equals(path)) {
                    found.put(path, Tables.ROWS.decode(cursor.value()));
                }
            }
        }
    }

    private static Optional<FileVersion> onLine(Reader reader, LineSequence place, FilePath path) {
        byte[] newest = Keys.row(place.line(), path, place.sequence());
        byte[] end = Keys.after(Keys.rowsOfPath(place.line(), path));
        try (Cursor cursor = reader.cursor(Family.ROWS, newest, end)) {
            cursor.first();
            return cursor.valid() ? Optional.of(Tables.ROWS.decode(cursor.value())) : Optional.empty();
        }
    }
}
