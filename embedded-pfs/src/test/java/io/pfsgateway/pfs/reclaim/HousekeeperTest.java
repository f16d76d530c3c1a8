package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeouts stand only for hanging: what is asserted does not depend on time. */
@Timeout(120)
final class HousekeeperTest {
    private static final int STEPS = 1_000;

    private final Housekeeper housekeeper = new Housekeeper(() -> false, () -> 0);

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
        housekeeper.start(List.of(failing, counting(left, done)), List.of());

        done.await();
        assertThat(left).hasValue(0);
    }

    @Test
    void aChoreThatFailedIsTriedAgainWithoutBeingWoken() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        housekeeper.start(
                List.of(() -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("only once");
                    }
                    return false;
                }),
                List.of());

        housekeeper.awaitIdle();
        assertThat(tries.get()).isGreaterThan(1);
    }

    @Test
    void anErrorIsToldToWhoeverWaits() {
        housekeeper.start(
                List.of(() -> {
                    throw new AssertionError("broken");
                }),
                List.of());

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
        housekeeper.start(List.of(failing, counting(left, done)), List.of());

        done.await();
        assertThat(housekeeper.whileStill(() -> "still")).isEqualTo("still");
    }

    @Test
    void noStepIsTakenWhileItIsHeldStill() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        housekeeper.start(List.of(() -> steps.incrementAndGet() < STEPS), List.of());

        housekeeper.whileStill(() -> {
            int before = steps.get();
            housekeeper.wake();
            assertThat(steps).hasValue(before);
            return true;
        });
        housekeeper.awaitIdle();
        assertThat(steps.get()).isGreaterThanOrEqualTo(STEPS);
    }

    /** Work that nobody waits for, with a clock that only its steps move. */
    @Nested
    final class Unhurried {
        private final AtomicLong clock = new AtomicLong();
        private final AtomicLong uses = new AtomicLong();
        private final AtomicBoolean roomIsScarce = new AtomicBoolean();
        private final Semaphore prompted = new Semaphore(0);
        private final AtomicInteger left = new AtomicInteger(STEPS);
        private final Semaphore stepped = new Semaphore(0);
        private final Housekeeper paced = new Housekeeper(roomIsScarce::get, uses::get, clock::get);

        @AfterEach
        void closePaced() {
            paced.close();
        }

        private void start() {
            paced.start(List.of(this::prompt), List.of(this::step));
        }

        private boolean prompt() {
            prompted.release();
            return false;
        }

        private boolean step() {
            if (left.get() == 0) {
                return false;
            }
            left.decrementAndGet();
            uses.incrementAndGet();
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            stepped.release();
            return true;
        }

        /** Once the prompt chore has been asked twice more, the unhurried one has been passed over at least once. */
        private void letItLook() throws InterruptedException {
            for (int look = 0; look < 2; look++) {
                prompted.drainPermits();
                paced.wake();
                prompted.acquire();
            }
        }

        /** Lets so much time go by, and waits for the step that is due then. */
        private void stepAfter(int seconds) throws InterruptedException {
            clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
            paced.wake();
            stepped.acquire();
        }

        @Test
        void restsWhileOtherChoresGoOn() throws Exception {
            start();
            stepped.acquire();
            letItLook();
            assertThat(left).hasValue(STEPS - 1);
        }

        @Test
        void goesOnWhenItHasRested() throws Exception {
            start();
            stepped.acquire();
            letItLook();
            stepAfter(4);
            letItLook();
            assertThat(left).hasValue(STEPS - 2);
        }

        @Test
        void restsLongerBesideOthersButNotBecauseOfItself() throws Exception {
            start();
            stepped.acquire();
            letItLook();
            // Not in the middle of a turn, when it would count as its own.
            paced.<Long>whileStill(uses::incrementAndGet);
            clock.addAndGet(TimeUnit.SECONDS.toNanos(14));
            letItLook();
            assertThat(left).hasValue(STEPS - 1);
            stepAfter(1);
            letItLook();
            // The step itself used the store, and nobody else has since.
            stepAfter(4);
            letItLook();
            assertThat(left).hasValue(STEPS - 3);
        }

        @Test
        void oneThatFailsHoldsUpNoOther() throws Exception {
            paced.start(
                    List.of(this::prompt),
                    List.of(
                            () -> {
                                throw new IOException("broken");
                            },
                            this::step));
            stepped.acquire();
            for (int step = 1; step < 4; step++) {
                letItLook();
                stepAfter(4);
            }
            assertThat(left).hasValue(STEPS - 4);
        }

        @Test
        void hurriesForWhoeverWaits() throws Exception {
            start();
            paced.awaitIdle();
            assertThat(left).hasValue(0);
        }

        @Test
        void hurriesWhereTheDiskHasLittleRoom() throws Exception {
            roomIsScarce.set(true);
            start();
            stepped.acquire(STEPS);
            assertThat(left).hasValue(0);
        }

        @Test
        void canBeHeldStillWhileItRests() throws Exception {
            start();
            stepped.acquire();
            assertThat(paced.<Integer>whileStill(left::get)).isEqualTo(STEPS - 1);
        }
    }
}
