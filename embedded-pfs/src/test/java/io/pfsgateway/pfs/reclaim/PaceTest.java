package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private boolean roomIsScarce;
    private long uses = 17;
    private final Pace pace = new Pace(() -> roomIsScarce, () -> uses);

    @Test
    void doesNotRestBeforeItWorked() {
        assertThat(pace.nanosLeft(Long.MIN_VALUE)).isZero();
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isZero();
    }

    @Test
    void restsFourTimesAsLongAsItWorkedWhereNobodyElseIs() {
        pace.worked(100, 107);
        assertThat(pace.nanosLeft(107)).isEqualTo(28);
        assertThat(pace.nanosLeft(134)).isEqualTo(1);
        assertThat(pace.nanosLeft(135)).isZero();
    }

    @Test
    void restsFifteenTimesAsLongBesideOthers() {
        pace.worked(100, 107);
        uses++;
        assertThat(pace.nanosLeft(107)).isEqualTo(105);
        assertThat(pace.nanosLeft(211)).isEqualTo(1);
        assertThat(pace.nanosLeft(212)).isZero();
    }

    @Test
    void whoCameBeforeItRestedDoesNotCount() {
        uses++;
        pace.worked(100, 107);
        assertThat(pace.nanosLeft(135)).isZero();
    }

    @Test
    void looksAgainEachSecondAndRestsNoLongerThanAMinute() {
        long hour = TimeUnit.HOURS.toNanos(1);
        pace.worked(0, hour);
        uses++;
        assertThat(pace.nanosLeft(hour)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(pace.nanosLeft(hour + TimeUnit.MINUTES.toNanos(1) - 1)).isEqualTo(1);
        assertThat(pace.nanosLeft(hour + TimeUnit.MINUTES.toNanos(1))).isZero();
    }

    @Test
    void endsItsRestWhereRoomBecomesScarce() {
        pace.worked(100, 200);
        assertThat(pace.nanosLeft(200)).isPositive();
        roomIsScarce = true;
        assertThat(pace.nanosLeft(201)).isZero();
    }

    @Test
    void restsOnAClockThatWrapsAround() {
        pace.worked(Long.MAX_VALUE - 3, Long.MAX_VALUE);
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isEqualTo(12);
        assertThat(pace.nanosLeft(Long.MIN_VALUE + 11)).isZero();
    }
}
