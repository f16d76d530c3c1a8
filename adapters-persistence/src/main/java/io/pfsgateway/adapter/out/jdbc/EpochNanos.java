package io.pfsgateway.adapter.out.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as columns hold them: nanoseconds of the epoch, since the databases' own types round and know time zones. */
final class EpochNanos {
    private static final long PER_SECOND = 1_000_000_000L;

    private EpochNanos() {}

    /** The column's value; for what lies beyond the years 1677 to 2262, the nearest that there is. */
    static long of(Instant time) {
        try {
            return ChronoUnit.NANOS.between(Instant.EPOCH, time);
        } catch (ArithmeticException beyond) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
