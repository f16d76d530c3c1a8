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
    private long nextLook;

    /** One by a count that grows with each use of the store by anyone else. */
    Pace(BooleanSupplier isRoomScarce, LongSupplier usesByOthers) {
        this.isRoomScarce = isRoomScarce;
        this.usesByOthers = usesByOthers;
    }

    /** To be told of each step, in nanoseconds of one clock; this asks the disk. */
    void worked(long from, long to) {
        resting = !isRoomScarce.getAsBoolean();
        nextLook = to + LOOK_NANOS;
        usesBefore = usesByOthers.getAsLong();
        endAlone = to + rest(RESTS_ALONE, to - from);
        endBesideOthers = to + rest(RESTS_BESIDE_OTHERS, to - from);
    }

    private static long rest(int times, long worked) {
        return Math.min(times * worked, LONGEST_NANOS);
    }

    /** How long it is to the end of the rest, or to when it is to be asked again whether that has come; 0 or less when it is time. */
    long nanosLeft(long now) {
        return resting ? Math.min(nanosOfRest(now), nextLook - now) : 0;
    }

    private long nanosOfRest(long now) {
        boolean alone = usesByOthers.getAsLong() == usesBefore;
        return (alone ? endAlone : endBesideOthers) - now;
    }

    /** Whether the next step may be taken; this asks the disk. */
    boolean isRested(long now) {
        resting = resting && nanosOfRest(now) > 0 && !isRoomScarce.getAsBoolean();
        nextLook = now + LOOK_NANOS;
        return !resting;
    }
}
