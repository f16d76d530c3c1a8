package io.pfsgateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CleanStopTest {
    private final List<Object> events = new ArrayList<>();

    @Test
    void closesAndThenEndsWithZero() {
        new CleanStop(() -> events.add("closed"), events::add).run();
        assertThat(events).containsExactly("closed", 0);
    }

    @Test
    void endsWithOneWhenSomethingCouldNotBeClosed() {
        new CleanStop(
                        () -> {
                            throw new IllegalStateException("stuck");
                        },
                        events::add)
                .run();
        assertThat(events).containsExactly(1);
    }
}
