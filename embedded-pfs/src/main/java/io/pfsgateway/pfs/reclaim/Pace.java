package io.pfsgateway.pfs.reclaim;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How work that nobody waits for shares the machine with those who wait for an answer: it rests nine times as long as it worked, so that it
 * keeps one thread at most a tenth of the time, and the less of the machine it gets, the longer it rests. Where the disk has little room it
 * does not rest, since somebody may wait for that. For one thread.
 */
final class Pace {
    private static final int RESTS = 9;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final BooleanSupplier isRoomScarce;
    private boolean resting;
    private long end;

    Pace(BooleanSupplier isRoomScarce) {
        this.isRoomScarce = isRoomScarce;
    }

    /** To be told of each time that it worked, in nanoseconds of one clock. */
    void worked(long from, long to) {
        resting = !isRoomScarce.getAsBoolean();
        end = to + Math.min(RESTS * (to - from), LONGEST_NANOS);
    }

    /** How long it still rests; 0 or less when it may work. */
    long nanosLeft(long now) {
        return resting ? end - now : 0;
    }
}
