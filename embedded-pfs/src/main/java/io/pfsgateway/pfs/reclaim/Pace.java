package io.pfsgateway.pfs.reclaim;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How a chore that nobody waits for shares the machine with those who wait for an answer. After each step it rests four times as long as the step took,
 * and fifteen times as long if the store is used by others meanwhile, though no longer than a minute. Where the disk has little room it does not
 * rest, since somebody may wait for that. For one thread.
 */
final class Pace {
    private static final int RESTS_ALONE = 4;
    private static final int RESTS_BESIDE_OTHERS = 15;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier isRoomScarce;
    private final LongSupplier usesByOthers;
    private boolean resting;
    private long usesBefore;
    private long endAlone;
    private long endBesideOthers;

    /** One by a count that grows with each use of the store by anyone else. */
    Pace(BooleanSupplier isRoomScarce, LongSupplier usesByOthers) {
        this.isRoomScarce = isRoomScarce;
        this.usesByOthers = usesByOthers;
    }

    /** To be told of each step, in nanoseconds of one clock. */
    void worked(long from, long to) {
        resting = true;
        usesBefore = usesByOthers.getAsLong();
        endAlone = to + rest(RESTS_ALONE, to - from);
        endBesideOthers = to + rest(RESTS_BESIDE_OTHERS, to - from);
    }

    private static long rest(int times, long worked) {
        return Math.min(times * worked, LONGEST_NANOS);
    }

    /** When to ask again; 0 or less when the next step may be taken. */
    long nanosLeft(long now) {
        if (!resting) {
            return 0;
        }
        boolean alone = usesByOthers.getAsLong() == usesBefore;
        long left = (alone ? endAlone : endBesideOthers) - now;
        resting = left > 0 && !isRoomScarce.getAsBoolean();
        return resting ? Math.min(left, LOOK_NANOS) : 0;
    }
}
