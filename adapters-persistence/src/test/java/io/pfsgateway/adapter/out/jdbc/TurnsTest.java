package io.pfsgateway.adapter.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pfsgateway.domain.bucket.BranchId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The queues of one process. */
final class TurnsTest {
    private static final BranchId BRANCH = BranchId.of("master", "r");

    private final Turns turns = new Turns();

    @Test
    void leaveNothingOfABranchThatNobodyHasOrWaitsFor() {
        assertThat(turns.await(BRANCH, Duration.ZERO)).isTrue();
        assertThat(turns.await(BRANCH, Duration.ZERO)).isFalse();
        assertThat(turns.branches()).isEqualTo(1);

        turns.pass(BRANCH);
        assertThat(turns.branches()).isZero();
    }
}
