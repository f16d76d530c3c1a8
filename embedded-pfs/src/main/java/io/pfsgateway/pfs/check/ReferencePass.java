package io.pfsgateway.pfs.check;

import io.pfsgateway.pfs.model.ContentId;
import io.pfsgateway.pfs.model.FileRow;
import io.pfsgateway.pfs.record.ContentBody;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts who refers to each content and compares that with the counts kept. It takes a bounded number of contents at a
 * time, and reads all that may refer to them once for each such round.
 */
final class ReferencePass {
    private static final int CONTENTS_PER_ROUND = 1 << 20;
    private static final int COMPARED_AT_ONCE = 1_024;

    private final Reader reader;
    private final Findings findings;
    private final long[] ids = new long[CONTENTS_PER_ROUND];
    private final int[] counts = new int[CONTENTS_PER_ROUND];
    private int size;

    ReferencePass(Reader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    void run() {
        byte[] next = Keys.first();
        do {
            next = gather(next);
            count();
            compare();
        } while (size == CONTENTS_PER_ROUND);
        requireTargets();
    }

    private byte[] gather(byte[] from) {
        size = 0;
        Arrays.fill(counts, 0);
        byte[] next = from;
        try (Cursor cursor = reader.cursor(Family.CONTENTS, from, Keys.last())) {
            for (cursor.first(); cursor.valid() && size < CONTENTS_PER_ROUND; cursor.next()) {
                ids[size++] = Keys.decodeContent(cursor.key()).number();
                next = Keys.after(cursor.key());
            }
        }
        return next;
    }

    private void count() {
        forEach(Family.ROWS, cursor -> {
            if (Tables.ROWS.decode(cursor.value()) instanceof FileRow row) {
                count(row.content());
            }
        });
        forEach(Family.STAGED, cursor -> count(Keys.decodeContent(cursor.key())));
        forEachRemains(
                cursor -> Tables.REMAINS.decode(cursor.value()).references().forEach(this::count));
        forEach(
                Family.CONTENTS,
                cursor -> Tables.CONTENTS
                        .decode(cursor.value())
                        .body()
                        .references()
                        .forEach(this::count));
    }

    private void forEach(Family family, Consumer<Cursor> visitor) {
        forEach(family, Keys.first(), Keys.last(), visitor);
    }

    private void forEachRemains(Consumer<Cursor> visitor) {
        forEach(Family.RECLAIM, Keys.allRemains(), Keys.after(Keys.allRemains()), visitor);
    }

    private void forEach(Family family, byte[] from, byte[] to, Consumer<Cursor> visitor) {
        try (Cursor cursor = reader.cursor(family, from, to)) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                visitor.accept(cursor);
            }
        }
    }

    private void count(ContentId content) {
        int found = Arrays.binarySearch(ids, 0, size, content.number());
        if (found >= 0) {
            counts[found]++;
        }
    }

    private void compare() {
        for (int from = 0; from < size; from += COMPARED_AT_ONCE) {
            compare(from, Math.min(from + COMPARED_AT_ONCE, size));
        }
    }

    private void compare(int from, int to) {
        List<ContentId> group =
                Arrays.stream(ids, from, to).mapToObj(ContentId::new).toList();
        List<Optional<Long>> beyondFirst = Tables.REFERENCES.findAll(
                reader, group.stream().map(Keys::content).toList());
        List<Optional<Long>> dead = Tables.RECLAIM.findAll(
                reader, group.stream().map(Keys::deadContent).toList());
        for (int index = 0; index < group.size(); index++) {
            long kept =
                    dead.get(index).isPresent() ? 0 : 1 + beyondFirst.get(index).orElse(0L);
            int found = counts[from + index];
            if (kept != found) {
                findings.add(
                        Finding.Kind.REFERENCES, "content " + group.get(index), found + " references, counted " + kept);
            }
        }
    }

    /** What refers to a content that is not there cannot be counted above. */
    private void requireTargets() {
        forEach(Family.STAGED, cursor -> requireThere(Keys.decodeContent(cursor.key()), "a staged part"));
        forEachRemains(cursor -> Tables.REMAINS
                .decode(cursor.value())
                .references()
                .forEach(reference -> requireThere(reference, "a removed content")));
        forEach(Family.CONTENTS, cursor -> {
            ContentBody body = Tables.CONTENTS.decode(cursor.value()).body();
            if (!body.references().isEmpty()) {
                String holder = "content " + Keys.decodeContent(cursor.key());
                body.references().forEach(reference -> requireThere(reference, holder));
            }
        });
    }

    private void requireThere(ContentId content, String holder) {
        findings.require(
                Tables.CONTENTS.contains(reader, Keys.content(content)),
                Finding.Kind.REFERENCES,
                "content " + content,
                "is missing, but " + holder + " refers to it");
    }
}
