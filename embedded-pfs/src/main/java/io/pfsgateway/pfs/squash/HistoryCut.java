package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.reclaim.CommitRemoval;
import io.pfsgateway.pfs.record.ChangeKey;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.Seal;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Batch;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a line has by the sequences of commits that are gone, once a tree stands at each commit that they were squashed into:
 * changes, trees, and the commits themselves. None of its steps is forced to disk, and each may be done twice.
 */
final class HistoryCut {
    private static final int DELETIONS_PER_STEP = 2_000;

    private final Store store;
    private final long line;
    private final SquashedRuns runs;
    private final Runnable afterStep;
    private final Map<Long, Long> epochs = new HashMap<>();
    private byte[] reached;
    private @Nullable ChangeKey passed;

    HistoryCut(Store store, long line, SquashedRuns runs, Runnable afterStep) {
        this.store = store;
        this.line = line;
        this.runs = runs;
        this.afterStep = afterStep;
        this.reached = Keys.line(line);
    }

    void run() {
        readEpochs();
        cutFirstChanges();
        while (cutSomeChanges()) {
            afterStep.run();
        }
        for (SquashedRun run : runs.all()) {
            cutTrees(run);
            cutCommits(run);
        }
    }

    private void readEpochs() {
        try (View view = store.view()) {
            for (SquashedRun run : runs.all()) {
                Seal seal = Tables.SEALS
                        .find(view, Keys.lineSequence(line, run.into()))
                        .orElseThrow();
                epochs.put(run.into(), seal.epoch());
            }
        }
    }

    /** The last epoch that no reader of the commit a run was squashed into, or of a later one, lays over a tree. */
    private long epochBefore(SquashedRun run) {
        return epochs.getOrDefault(run.into(), -1L);
    }

    /** Where the line has no commit before its first run, whole epochs go. */
    private void cutFirstChanges() {
        Optional<SquashedRun> first = runs.all().stream().findFirst();
        try (View view = store.view()) {
            long start = Lines.line(view, line).fork().sequence() + 1;
            first.filter(run -> run.first() == start).ifPresent(run -> {
                reached = Keys.changesOfEpoch(line, epochBefore(run) + 1);
                store.writeRelaxed(batch -> batch.deleteRange(Family.CHANGES, Keys.line(line), reached));
            });
        }
        afterStep.run();
    }

    private boolean cutSomeChanges() {
        long last = epochs.values().stream().mapToLong(Long::longValue).max().orElse(-1);
        List<byte[]> gone = new ArrayList<>();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.CHANGES, reached, Keys.changesOfEpoch(line, last + 2))) {
            for (cursor.first(); cursor.valid() && gone.size() < DELETIONS_PER_STEP; cursor.next()) {
                reached = Keys.following(cursor.key());
                ChangeKey key = ChangeKey.decode(cursor.key());
                if (isNeedless(key)) {
                    gone.add(cursor.key());
                }
                passed = key;
            }
        }
        store.writeRelaxed(batch -> gone.forEach(key -> batch.delete(Family.CHANGES, key)));
        return !gone.isEmpty();
    }

    /**
     * In the epoch that readers of what is kept still go through, the newest change of a path has to stay: without it they would come
     * upon an older one.
     */
    private boolean isNeedless(ChangeKey key) {
        return runs.holding(key.sequence())
                .filter(run -> run.hides(key.sequence()))
                .filter(run -> key.epoch() <= epochBefore(run) || isSuperseded(key, run))
                .isPresent();
    }

    private boolean isSuperseded(ChangeKey key, SquashedRun run) {
        ChangeKey newer = passed;
        return newer != null
                && newer.epoch() == key.epoch()
                && newer.path().equals(key.path())
                && runs.standing(newer.sequence()) == run.into();
    }

    private void cutTrees(SquashedRun run) {
        store.writeRelaxed(batch -> {
            cut(batch, Family.SEALS, run);
            cut(batch, Family.UNBUILT, run);
        });
        afterStep.run();
    }

    private void cut(Batch batch, Family family, SquashedRun run) {
        batch.deleteRange(family, Keys.lineSequence(line, run.first()), Keys.lineSequence(line, run.into()));
    }

    /** Forgets the commits of a run with their ids, and what they changed. */
    private void cutCommits(SquashedRun run) {
        byte[] end = Keys.lineSequence(line, run.into());
        Optional<byte[]> last = CommitRemoval.step(store, Keys.lineSequence(line, run.first()), end);
        while (last.isPresent()) {
            afterStep.run();
            last = CommitRemoval.step(store, last.get(), end);
        }
        store.writeRelaxed(batch -> cut(batch, Family.COMMIT_PATHS, run));
        afterStep.run();
    }
}
