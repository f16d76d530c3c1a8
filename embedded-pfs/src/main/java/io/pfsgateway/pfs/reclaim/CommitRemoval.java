package io.pfsgateway.pfs.reclaim;

import io.pfsgateway.pfs.record.CommitRecord;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forgets commits with their ids, a few at a time; none of it is forced to disk. */
public final class CommitRemoval {
    private static final int COMMITS_PER_STEP = 2_000;

    private CommitRemoval() {}

    /**
     * Forgets the first commits of a range. Whoever calls it again begins where it came to, since walking over what it deleted would
     * take ever longer.
     *
     * @return the key of the last one that was forgotten; empty where there was none
     */
    public static Optional<byte[]> step(Store store, byte[] from, byte[] to) {
        List<byte[]> forgotten = new ArrayList<>();
        store.writeRelaxed(batch -> {
            try (View view = store.view();
                    Cursor commits = view.cursor(Family.COMMITS, from, to)) {
                commits.first();
                while (commits.valid() && forgotten.size() < COMMITS_PER_STEP) {
                    CommitRecord commit = Tables.COMMITS.decode(commits.value());
                    Tables.COMMIT_IDS.delete(batch, Keys.commitId(commit.id()));
                    byte[] key = commits.key();
                    Tables.COMMITS.delete(batch, key);
                    forgotten.add(key);
                    commits.next();
                }
            }
        });
        return forgotten.isEmpty() ? Optional.empty() : Optional.of(forgotten.get(forgotten.size() - 1));
    }
}
