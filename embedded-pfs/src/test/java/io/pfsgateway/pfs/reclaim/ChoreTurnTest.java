package io.pfsgateway.pfs.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ChoreTurnTest {
    /** Longer than any chore is put off. */
    private static final long LONG = TimeUnit.MINUTES.toNanos(5);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ChoreTurn.class);
    private Outcome next = () -> false;
    private int steps;
    private final ChoreTurn turn = ChoreTurn.prompt(() -> {
        steps++;
        return next.tell();
    });
    private long now = 17;

    private interface Outcome {
        boolean tell() throws IOException;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private void failWith(String message) {
        next = () -> {
            throw new IOException(message);
        };
        takeAt(now + LONG);
    }

    private void takeAt(long time) {
        now = time;
        turn.expect();
        turn.take(() -> now, false);
    }

    private long nanosLeft() {
        return turn.nanosLeft(now, false);
    }

    private List<String> logged() {
        return log.list.stream()
                .filter(event -> event.getLevel().equals(Level.ERROR))
                .map(event -> event.getThrowableProxy().getMessage())
                .toList();
    }

    @Test
    void isPutOffLongerEachTimeItFailsUpToABound() {
        long before = 0;
        for (int failures = 1; failures <= 8; failures++) {
            failWith("broken");
            assertThat(nanosLeft()).isGreaterThan(before);
            before = nanosLeft();
        }
        failWith("broken");
        assertThat(nanosLeft()).isEqualTo(before);
    }

    @Test
    void takesNoStepWhileItIsPutOff() {
        failWith("broken");
        long due = now + nanosLeft();
        takeAt(due - 1);
        assertThat(steps).isEqualTo(1);
        takeAt(due);
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void forgetsItsFailuresOnceAStepSucceeds() {
        failWith("broken");
        long first = nanosLeft();
        failWith("broken");
        next = () -> true;
        takeAt(now + LONG);
        assertThat(turn.isLeft()).isTrue();
        assertThat(turn.failure()).isEmpty();
        failWith("broken");
        assertThat(nanosLeft()).isEqualTo(first);
    }

    @Test
    void logsAFailureOnceUntilItIsANewOne() {
        failWith("one");
        failWith("one");
        failWith("two");
        failWith("two");
        next = () -> false;
        takeAt(now + LONG);
        failWith("two");
        assertThat(logged()).containsExactly("one", "two", "two");
    }

    @Test
    void logsAnErrorLikeAnyFailure() {
        next = () -> {
            throw new AssertionError("wrong");
        };
        takeAt(now);
        assertThat(logged()).containsExactly("wrong");
        assertThat(turn.failure()).containsInstanceOf(AssertionError.class);
    }

    @Test
    void isQuietWhileTheStoreIsNotToBeHad() {
        next = () -> {
            throw new PfsException(FailureKind.UNAVAILABLE, "closed");
        };
        takeAt(now);
        assertThat(logged()).isEmpty();
        assertThat(turn.failure()).isPresent();
    }

    @Test
    void takesNoStepThatIsNotExpected() {
        turn.take(() -> now, false);
        assertThat(turn.isLeft()).isFalse();
        turn.take(() -> now, false);
        assertThat(steps).isEqualTo(1);
    }

    @Test
    void asksOnceMoreWhereMoreWasToldOfBetweenTwoSteps() {
        next = () -> true;
        turn.take(() -> now, false);
        turn.expect();
        next = () -> false;
        turn.take(() -> now, false);
        assertThat(turn.isLeft()).isTrue();
        turn.take(() -> now, false);
        assertThat(turn.isLeft()).isFalse();
        assertThat(steps).isEqualTo(3);
    }

    @Test
    void whoHurriesSparesItNoTimeForWhichItIsPutOff() {
        failWith("broken");
        turn.take(() -> now, true);
        assertThat(steps).isEqualTo(1);
        assertThat(turn.nanosLeft(now, true)).isEqualTo(nanosLeft()).isPositive();
    }

    @Test
    void oneWithAPaceRestsAfterAStepUnlessWhoeverWaitsHurries() {
        ChoreTurn paced = ChoreTurn.paced(
                () -> {
                    now += 100;
                    steps++;
                    return true;
                },
                new Pace(() -> false, () -> 0));
        paced.take(() -> now, false);
        assertThat(paced.nanosLeft(now, false)).isEqualTo(400);
        paced.take(() -> now, false);
        assertThat(steps).isEqualTo(1);
        paced.take(() -> now, true);
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void aPaceThatFailsIsAFailureOfItsChore() {
        ChoreTurn paced = ChoreTurn.paced(() -> true, new Pace(() -> false, () -> {
            throw new IllegalStateException("uncounted");
        }));
        paced.take(() -> now, false);
        assertThat(paced.failure()).isPresent();
        assertThat(paced.isLeft()).isTrue();
    }
}
