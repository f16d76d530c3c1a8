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
    private final ChoreTurn turn = new ChoreTurn(() -> {
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
        now += LONG;
        turn.take(now);
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
            assertThat(turn.nanosLeft(now)).isGreaterThan(before);
            before = turn.nanosLeft(now);
        }
        failWith("broken");
        assertThat(turn.nanosLeft(now)).isEqualTo(before);
    }

    @Test
    void takesNoStepWhileItIsPutOff() {
        failWith("broken");
        long due = now + turn.nanosLeft(now);
        turn.take(due - 1);
        assertThat(steps).isEqualTo(1);
        turn.take(due);
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void forgetsItsFailuresOnceAStepSucceeds() {
        failWith("broken");
        long first = turn.nanosLeft(now);
        failWith("broken");
        next = () -> true;
        assertThat(turn.take(now + LONG)).isTrue();
        assertThat(turn.failure()).isEmpty();
        failWith("broken");
        assertThat(turn.nanosLeft(now)).isEqualTo(first);
    }

    @Test
    void logsAFailureOnceUntilItIsANewOne() {
        failWith("one");
        failWith("one");
        failWith("two");
        failWith("two");
        next = () -> false;
        turn.take(now + LONG);
        failWith("two");
        assertThat(logged()).containsExactly("one", "two", "two");
    }

    @Test
    void logsAnErrorLikeAnyFailure() {
        next = () -> {
            throw new AssertionError("wrong");
        };
        turn.take(now);
        assertThat(logged()).containsExactly("wrong");
        assertThat(turn.failure()).containsInstanceOf(AssertionError.class);
    }

    @Test
    void isQuietWhileTheStoreIsNotToBeHad() {
        next = () -> {
            throw new PfsException(FailureKind.UNAVAILABLE, "closed");
        };
        turn.take(now);
        assertThat(logged()).isEmpty();
        assertThat(turn.failure()).isPresent();
    }
}
