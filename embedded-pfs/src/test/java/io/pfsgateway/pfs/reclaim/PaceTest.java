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
        assertThat(pace.isRested(Long.MIN_VALUE)).isTrue();
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isZero();
    }

    @Test
    void restsFourTimesAsLongAsItWorkedWhereNobodyElseIs() {
        pace.worked(100, 107);
        assertThat(pace.nanosLeft(107)).isEqualTo(28);
        assertThat(pace.nanosLeft(134)).isEqualTo(1);
        assertThat(pace.isRested(134)).isFalse();
        assertThat(pace.nanosLeft(135)).isZero();
        assertThat(pace.isRested(135)).isTrue();
    }

    @Test
    void restsFifteenTimesAsLongBesideOthers() {
        pace.worked(100, 107);
        uses++;
        assertThat(pace.nanosLeft(107)).isEqualTo(105);
        assertThat(pace.isRested(211)).isFalse();
        assertThat(pace.isRested(212)).isTrue();
    }

    @Test
    void whoCameBeforeItRestedDoesNotCount() {
        uses++;
        pace.worked(100, 107);
        assertThat(pace.isRested(135)).isTrue();
    }

    @Test
    void looksAgainEachSecondAndRestsNoLongerThanAMinute() {
        long hour = TimeUnit.HOURS.toNanos(1);
        long second = TimeUnit.SECONDS.toNanos(1);
        pace.worked(0, hour);
        uses++;
        assertThat(pace.nanosLeft(hour)).isEqualTo(second);
        assertThat(pace.isRested(hour + second)).isFalse();
        assertThat(pace.nanosLeft(hour + second)).isEqualTo(second);
        assertThat(pace.isRested(hour + 60 * second - 1)).isFalse();
        assertThat(pace.nanosLeft(hour + 60 * second - 1)).isEqualTo(1);
        assertThat(pace.isRested(hour + 60 * second)).isTrue();
    }

    @Test
    void endsItsRestWhereRoomBecomesScarce() {
        pace.worked(100, 200);
        assertThat(pace.isRested(200)).isFalse();
        roomIsScarce = true;
        assertThat(pace.isRested(201)).isTrue();
        assertThat(pace.nanosLeft(201)).isZero();
    }

    @Test
    void doesNotRestWhereRoomIsScarce() {
        roomIsScarce = true;
        pace.worked(100, 200);
        assertThat(pace.nanosLeft(200)).isZero();
        assertThat(pace.isRested(200)).isTrue();
    }

    @Test
    void restsOnAClockThatWrapsAround() {
        pace.worked(Long.MAX_VALUE - 3, Long.MAX_VALUE);
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isEqualTo(12);
        assertThat(pace.isRested(Long.MIN_VALUE + 10)).isFalse();
        assertThat(pace.isRested(Long.MIN_VALUE + 11)).isTrue();
    }
}
