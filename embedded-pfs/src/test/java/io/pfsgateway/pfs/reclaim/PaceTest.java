package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private boolean roomIsScarce;
    private final Pace pace = new Pace(() -> roomIsScarce);

    @Test
    void doesNotRestBeforeItWorked() {
        assertThat(pace.nanosLeft(Long.MIN_VALUE)).isZero();
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isZero();
    }

    @Test
    void restsNineTimesAsLongAsItWorked() {
        pace.worked(100, 107);
        assertThat(pace.nanosLeft(107)).isEqualTo(63);
        assertThat(pace.nanosLeft(169)).isEqualTo(1);
        assertThat(pace.nanosLeft(170)).isZero();
    }

    @Test
    void restsNoLongerThanAMinute() {
        pace.worked(0, TimeUnit.HOURS.toNanos(1));
        assertThat(pace.nanosLeft(TimeUnit.HOURS.toNanos(1))).isEqualTo(TimeUnit.MINUTES.toNanos(1));
    }

    @Test
    void doesNotRestWhereRoomIsScarce() {
        roomIsScarce = true;
        pace.worked(100, 200);
        assertThat(pace.nanosLeft(200)).isZero();
    }

    @Test
    void restsOnAClockThatWrapsAround() {
        pace.worked(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(pace.nanosLeft(Long.MAX_VALUE)).isEqualTo(9);
        assertThat(pace.nanosLeft(Long.MIN_VALUE + 8)).isZero();
    }
}
