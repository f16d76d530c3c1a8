package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which commits of a line were squashed, and into which. A run of them is one record, however long it is. */
public final class Squashed {
    private Squashed() {}

    /** The run that hides the commit of this place; nothing where the commit is there. */
    public static Optional<SquashedRun> hiding(Reader reader, LineSequence place) {
        try (Cursor cursor = runs(reader, place.line())) {
            cursor.seek(Keys.squashed(place.line(), place.sequence()));
            return current(cursor).filter(run -> run.hides(place.sequence()));
        }
    }

    /** The last run that ends at or before a sequence. */
    public static Optional<SquashedRun> lastUpTo(Reader reader, LineSequence place) {
        try (Cursor cursor = runs(reader, place.line())) {
            cursor.seekBack(Keys.squashed(place.line(), place.sequence()));
            return current(cursor);
        }
    }

    /** The first sequence that the commit at the place stands for: its own, unless others were squashed into it. */
    public static long firstOf(Reader reader, LineSequence place) {
        return Tables.SQUASHED
                .find(reader, Keys.squashed(place.line(), place.sequence()))
                .orElse(place.sequence());
    }

    /** Where the commit of the place is now: there, or where it was squashed into. */
    public static LineSequence standing(Reader reader, LineSequence place) {
        return hiding(reader, place)
                .map(run -> new LineSequence(place.line(), run.into()))
                .orElse(place);
    }

    /** All runs of a line. */
    public static SquashedRuns of(Reader reader, long line) {
        List<SquashedRun> found = new ArrayList<>();
        try (Cursor cursor = runs(reader, line)) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                current(cursor).ifPresent(found::add);
            }
        }
        return new SquashedRuns(found);
    }

    private static Cursor runs(Reader reader, long line) {
        return reader.cursor(Family.RECLAIM, Keys.squashed(line, 0), Keys.squashed(line + 1, 0));
    }

    private static Optional<SquashedRun> current(Cursor cursor) {
        if (!cursor.valid()) {
            return Optional.empty();
        }
        long into = Keys.decodeSquashed(cursor.key()).sequence();
        return Optional.of(new SquashedRun(Tables.SQUASHED.decode(cursor.value()), into));
    }
}
