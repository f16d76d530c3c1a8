package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.index.NodeSweep;
import io.pfsgateway.pfs.index.PathIndex;
import io.pfsgateway.pfs.index.TreeBuild;
import io.pfsgateway.pfs.read.Squashed;
import io.pfsgateway.pfs.read.SquashedRuns;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import io.pfsgateway.pfs.store.Session;
import io.pfsgateway.pfs.store.Store;
import io.pfsgateway.pfs.store.View;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Squashes commits, line by line. Nothing else may change the file system meanwhile, nor build or remove anything in the background.
 * Bytes that lost their last reference are left to the background.
 */
public final class Squash {
    private static final Logger LOG = LoggerFactory.getLogger(Squash.class);

    private final Store store;
    private final Committer committer;
    private final PathIndex index;
    private final TreeBuild trees;

    public Squash(Store store, Committer committer, PathIndex index) {
        this.store = store;
        this.committer = committer;
        this.index = index;
        this.trees = new TreeBuild(store, index);
    }

    /** What a squash would take away. */
    public static SquashReport preview(Reader reader, SquashRequest request) {
        SquashReport report = SquashReport.NOTHING;
        for (LinePlan plan : new SquashPlanner(reader, request).plan()) {
            SquashedRuns runs = Squashed.of(reader, plan.line()).with(plan.runs());
            RowFold rows = new RowFold(plan.line(), runs);
            report = report.plus(new SquashReport(plan.commits(), 0, 0));
            for (List<Fold> folds = rows.next(reader); !folds.isEmpty(); folds = rows.next(reader)) {
                report = folds.stream().map(Fold::report).reduce(report, SquashReport::plus);
            }
        }
        return report;
    }

    /** Squashes what is asked for, with a word after each of its steps, and answers what it took away. */
    public SquashReport run(SquashRequest request, Runnable afterStep) {
        SquashReport report = SquashReport.NOTHING;
        SquashPlanner planner;
        List<LinePlan> plans;
        try (View view = store.snapshot()) {
            planner = new SquashPlanner(view, request);
            plans = planner.plan();
        }
        for (LinePlan plan : plans) {
            new BeginSquash(committer, planner.tree()).of(plan, afterStep);
            report = report.plus(new SquashReport(plan.commits(), 0, 0)).plus(finish(plan.line(), afterStep));
        }
        new NodeSweep(store, index).run(afterStep);
        return report;
    }

    /** Finishes what was cut off, so that everything shows what it will show for good. */
    public void finishInterrupted() {
        for (long line : unfinished()) {
            LOG.info("Finishing a squash that was cut off, on line {}", line);
            finish(line, () -> {});
        }
    }

    private List<Long> unfinished() {
        List<Long> lines = new ArrayList<>();
        byte[] first = Keys.unfinishedSquashes();
        try (View view = store.view();
                Cursor cursor = view.cursor(Family.RECLAIM, first, Keys.after(first))) {
            for (cursor.first(); cursor.valid(); cursor.next()) {
                lines.add(Keys.decodeDead(cursor.key()));
            }
        }
        return lines;
    }

    private SquashReport finish(long line, Runnable afterStep) {
        SquashedRuns runs = runs(line);
        SquashReport report = fold(new RowFold(line, runs), line, afterStep);
        for (SquashedRun run : runs.all()) {
            trees.stand(new LineSequence(line, run.into()));
            afterStep.run();
        }
        new HistoryCut(store, line, runs, afterStep).run();
        committer.run(new Finished(line));
        afterStep.run();
        return report;
    }

    private SquashedRuns runs(long line) {
        try (View view = store.view()) {
            return Squashed.of(view, line);
        }
    }

    private SquashReport fold(RowFold rows, long line, Runnable afterStep) {
        SquashReport report = SquashReport.NOTHING;
        for (List<Fold> folds = next(rows); !folds.isEmpty(); folds = next(rows)) {
            committer.run(new FoldRows(line, folds));
            report = folds.stream().map(Fold::report).reduce(report, SquashReport::plus);
            afterStep.run();
        }
        return report;
    }

    private List<Fold> next(RowFold rows) {
        try (View view = store.view()) {
            return rows.next(view);
        }
    }

    /** Forces what was deleted before it along with itself. */
    private record Finished(long line) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            Tables.RECLAIM.delete(session, Keys.unfinishedSquash(line));
            return true;
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }
}
