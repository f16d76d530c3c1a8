package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.record.SquashedRun;
import java.util.List;

/** The runs of a line that are to be squashed, in order, with how many commits there are in them. */
record LinePlan(long line, List<SquashedRun> runs, long commits) {
    LinePlan {
        runs = List.copyOf(runs);
    }

    /** From here on the line has all its commits. */
    long lastInto() {
        return runs.get(runs.size() - 1).into();
    }
}
