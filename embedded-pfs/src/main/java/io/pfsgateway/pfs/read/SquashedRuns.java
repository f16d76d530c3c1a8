package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.record.SquashedRun;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The squashed runs of one line, at hand. No two of them overlap. */
public final class SquashedRuns {
    private final TreeMap<Long, SquashedRun> byInto = new TreeMap<>();

    SquashedRuns(Collection<SquashedRun> runs) {
        runs.forEach(run -> byInto.put(run.into(), run));
    }

    /** These runs and others, which swallow those that lie within them. */
    public SquashedRuns with(List<SquashedRun> others) {
        SquashedRuns all = new SquashedRuns(byInto.values());
        for (SquashedRun run : others) {
            all.byInto.subMap(run.first(), true, run.into(), true).clear();
            all.byInto.put(run.into(), run);
        }
        return all;
    }

    /** All of them, in order. */
    public Collection<SquashedRun> all() {
        return Collections.unmodifiableCollection(byInto.values());
    }

    /** The run that a sequence belongs to: one that hides it, or one that was squashed into it. */
    public Optional<SquashedRun> holding(long sequence) {
        return Optional.ofNullable(byInto.ceilingEntry(sequence))
                .map(Map.Entry::getValue)
                .filter(run -> run.first() <= sequence);
    }

    /** The sequence of the commit that stands for this one now. */
    public long standing(long sequence) {
        return holding(sequence).map(SquashedRun::into).orElse(sequence);
    }
}
