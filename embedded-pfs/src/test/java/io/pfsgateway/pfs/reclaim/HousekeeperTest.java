package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeouts stand only for hanging: what is asserted does not depend on time. */
@Timeout(120)
final class HousekeeperTest {
    private static final int STEPS = 1_000;

    private final Housekeeper housekeeper = new Housekeeper();

    @AfterEach
    void close() {
        housekeeper.close();
    }

    private static Chore counting(AtomicInteger left, CountDownLatch done) {
        return () -> {
            if (left.get() == 0) {
                done.countDown();
                return false;
            }
            left.decrementAndGet();
            return true;
        };
    }

    @Test
    void aChoreThatAlwaysFailsHoldsUpNoOther() throws Exception {
        AtomicInteger left = new AtomicInteger(STEPS);
        CountDownLatch done = new CountDownLatch(1);
        Chore failing = () -> {
            throw new IOException("broken");
        };
        housekeeper.start(List.of(failing, counting(left, done)));

        done.await();
        assertThat(left).hasValue(0);
    }

    @Test
    void aChoreThatFailedIsTriedAgainWithoutBeingWoken() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        housekeeper.start(List.of(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("only once");
            }
            return false;
        }));

        housekeeper.awaitIdle();
        assertThat(tries.get()).isGreaterThan(1);
    }

    @Test
    void anErrorIsToldToWhoeverWaits() {
        housekeeper.start(List.of(() -> {
            throw new AssertionError("broken");
        }));

        assertThatThrownBy(housekeeper::awaitIdle)
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anErrorHoldsUpNobody() throws Exception {
        AtomicInteger left = new AtomicInteger(STEPS);
        CountDownLatch done = new CountDownLatch(1);
        Chore failing = () -> {
            throw new StackOverflowError("broken");
        };
        housekeeper.start(List.of(failing, counting(left, done)));

        done.await();
        assertThat(housekeeper.whileStill(() -> "still")).isEqualTo("still");
    }

    @Test
    void noStepIsTakenWhileItIsHeldStill() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        housekeeper.start(List.of(() -> steps.incrementAndGet() < STEPS));

        housekeeper.whileStill(() -> {
            int before = steps.get();
            housekeeper.wake();
            assertThat(steps).hasValue(before);
            return true;
        });
        housekeeper.awaitIdle();
        assertThat(steps.get()).isGreaterThanOrEqualTo(STEPS);
    }
}
