package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.store.Batch;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * All that is found by a line alone. It is deleted as a whole, whatever there is of it; the files that held it are given back when the line is
 * gone for certain and nobody can read them any more.
 */
final class DerivedRows {
    private static final List<Family> FAMILIES =
            List.of(Family.COMMIT_PATHS, Family.TOKENS, Family.CHANGES, Family.SEALS, Family.UNBUILT, Family.NODES);
    /**
     * Those whose files are given back. With a file a deletion may go whose rows lie in another file too, and these come back then: of a line
     * that is gone nobody looks for them in these families.
     */
    private static final List<Family> IN_WHOLE_FILES =
            List.of(Family.COMMIT_PATHS, Family.TOKENS, Family.CHANGES, Family.NODES);

    private final Store store;
    private final Queue<Gone> gone = new ArrayDeque<>();

    /** A line that went with a write. */
    private record Gone(long line, long write) {}

    DerivedRows(Store store) {
        this.store = store;
    }

    void forget(long line) {
        store.writeRelaxed(batch -> forget(line, batch));
    }

    private static void forget(long line, Batch batch) {
        FAMILIES.forEach(family -> batch.deleteRange(family, Keys.line(line), Keys.line(line + 1)));
        batch.deleteRange(Family.RECLAIM, Keys.squashed(line, 0), Keys.squashed(line + 1, 0));
    }

    /** To be told when the line itself is gone, and that is on disk: until then it is not to lose a file. */
    void lineIsGone(long line) {
        gone.add(new Gone(line, store.newestWrite()));
    }

    /** Gives back the files of one line; says whether there was one whose files could be, since nobody reads them any more. */
    boolean dropFiles() {
        Gone next = gone.peek();
        if (next == null) {
            return false;
        }
        boolean dropped =
                store.dropFiles(IN_WHOLE_FILES, Keys.line(next.line()), Keys.line(next.line() + 1), next.write());
        if (dropped) {
            gone.remove();
        }
        return dropped;
    }
}
