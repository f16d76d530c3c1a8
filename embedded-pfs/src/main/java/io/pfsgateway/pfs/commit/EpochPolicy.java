package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.read.BranchState;
import io.pfsgateway.pfs.record.Keys;
import io.pfsgateway.pfs.record.LineRecord;
import io.pfsgateway.pfs.record.LineSequence;
import io.pfsgateway.pfs.record.Seal;
import io.pfsgateway.pfs.record.Tables;
import io.pfsgateway.pfs.store.Session;

/**
 * Decides when an epoch is full, so that what a reader lays over the last tree stays bounded. A branch inherits what lies
 * over the tree that it left from, and a little for the line that a reader has to go through.
 */
public record EpochPolicy(int changesPerEpoch) {
    private static final long WEIGHT_OF_A_LINE = 64;

    public EpochPolicy {
        if (changesPerEpoch < 1) {
            throw new IllegalArgumentException("An epoch has at least one change, not " + changesPerEpoch);
        }
    }

    LineRecord.Epoch advance(Session session, BranchState branch, LineSequence place, int changed, Moment moment) {
        LineRecord.Epoch epoch = branch.lineRecord().epoch();
        long weight = epoch.weight() + changed;
        if (weight < changesPerEpoch) {
            return new LineRecord.Epoch(epoch.number(), weight);
        }
        byte[] key = Keys.lineSequence(place.line(), place.sequence());
        Tables.SEALS.put(session, key, Seal.unbuilt(epoch.number()));
        Tables.UNBUILT.put(session, key, epoch.number());
        moment.needBackground();
        return new LineRecord.Epoch(epoch.number() + 1, 0);
    }

    /** What a line that leaves this branch at its head, or before it, starts with. */
    public long inheritedWeight(BranchState source, boolean atHead) {
        return WEIGHT_OF_A_LINE + (atHead ? source.lineRecord().epoch().weight() : changesPerEpoch / 2);
    }
}
