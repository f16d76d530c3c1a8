package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.model.FileVersion;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gets rows that an index says are there, in the order of their paths. Most often each follows the one before it in the store
 * but for a few, and stepping there costs half of what asking by key does. Where many other versions lie between,
 * stepping would walk over them all; so after a few misses the rest is asked for by key.
 */
final class KnownRows {
    private static final int MOST_STEPS = 4;
    private static final int MOST_MISSES = 8;

    private final Reader reader;
    private final List<Rows.Place> places;
    private final List<FileRow> rows;

    KnownRows(Reader reader, List<Rows.Place> places) {
        this.reader = reader;
        this.places = places;
        this.rows = new ArrayList<>(places.size());
    }

    List<FileRow> get() {
        if (places.size() > 1 && isOfOneLine()) {
            walk();
        }
        ask(places.subList(rows.size(), places.size()));
        return rows;
    }

    /** Rows of several lines do not lie beside each other. */
    private boolean isOfOneLine() {
        long line = places.get(0).written().line();
        return places.stream().allMatch(place -> place.written().line() == line);
    }

    private void walk() {
        byte[] end = Keys.following(places.get(places.size() - 1).key());
        try (Cursor cursor = reader.cursor(Family.ROWS, places.get(0).key(), end)) {
            cursor.first();
            int misses = 0;
            for (int index = 0; index < places.size() && misses <= MOST_MISSES; index++) {
                Rows.Place place = places.get(index);
                byte[] key = place.key();
                if (!stepTo(cursor, key)) {
                    misses++;
                    cursor.seek(key);
                }
                rows.add(place.require(
                        cursor.isAt(key) ? Optional.of(Tables.ROWS.decode(cursor.value())) : Optional.empty()));
            }
        }
    }

    private static boolean stepTo(Cursor cursor, byte[] key) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (cursor.isAt(key)) {
                return true;
            }
            if (!cursor.valid()) {
                return false;
            }
            cursor.next();
        }
        return cursor.isAt(key);
    }

    private void ask(List<Rows.Place> left) {
        List<Optional<FileVersion>> found =
                Tables.ROWS.findAll(reader, left.stream().map(Rows.Place::key).toList());
        for (int index = 0; index < left.size(); index++) {
            rows.add(left.get(index).require(found.get(index)));
        }
    }
}
