package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.commit.Committer;
import io.pfsgateway.pfs.commit.Moment;
import io.pfsgateway.pfs.commit.Operation;
import io.pfsgateway.pfs.read.Lines;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.SquashedRun;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes the commits of a plan out of sight. First the floors of all lines that may miss them are raised, which makes nothing but a way
 * back that is looked up instead of computed; then the runs are written down, some at a time, each wholly or not.
 */
record BeginSquash(Committer committer, LineTree tree) {
    private static final int RECORDS_PER_STEP = 1_000;

    void of(LinePlan plan, Runnable afterStep) {
        List<Map.Entry<Long, Long>> floors =
                List.copyOf(tree.floorsAfter(plan.line(), plan.lastInto()).entrySet());
        inSteps(floors, RaiseFloors::new, afterStep);
        inSteps(plan.runs(), runs -> new Hide(plan.line(), runs), afterStep);
    }

    private <T> void inSteps(List<T> records, Function<List<T>, Operation<Boolean>> step, Runnable afterStep) {
        for (int from = 0; from < records.size(); from += RECORDS_PER_STEP) {
            committer.run(step.apply(records.subList(from, Math.min(from + RECORDS_PER_STEP, records.size()))));
            afterStep.run();
        }
    }

    private record RaiseFloors(List<Map.Entry<Long, Long>> floors) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            for (Map.Entry<Long, Long> floor : floors) {
                LineRecord line = Lines.line(session, floor.getKey());
                Tables.LINES.put(
                        session, Keys.line(floor.getKey()), line.withFloor(Math.max(line.floor(), floor.getValue())));
            }
            return true;
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }

    private record Hide(long line, List<SquashedRun> runs) implements Operation<Boolean> {
        @Override
        public Boolean apply(Session session, Moment moment) {
            for (SquashedRun run : runs) {
                within(session, run).forEach(swallowed -> Tables.SQUASHED.delete(session, swallowed));
                Tables.SQUASHED.put(session, Keys.squashed(line, run.into()), run.first());
            }
            Tables.RECLAIM.put(session, Keys.unfinishedSquash(line), 0L);
            return true;
        }

        private List<byte[]> within(Session session, SquashedRun run) {
            List<byte[]> keys = new ArrayList<>();
            byte[] from = Keys.squashed(line, run.first());
            try (Cursor cursor = session.cursor(Family.RECLAIM, from, Keys.squashed(line, run.into()))) {
                for (cursor.first(); cursor.valid(); cursor.next()) {
                    keys.add(cursor.key());
                }
            }
            return keys;
        }

        @Override
        public boolean freesSpace() {
            return true;
        }
    }
}
