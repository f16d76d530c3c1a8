package io.pfsgateway.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
    private final List<String> closed = new ArrayList<>();
    private final Resources resources = new Resources();

    @Test
    void closesInTheReverseOrderAndOnce() {
        add("first");
        add("second");
        resources.close();
        resources.close();
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheOthersWhenSomeFailAndTellsOfEach() {
        add("first");
        addFailing("one");
        addFailing("two");
        assertThatIllegalStateException().isThrownBy(resources::close).satisfies(failure -> {
            assertThat(failure).hasRootCauseMessage("two");
            assertThat(failure.getSuppressed()).singleElement().hasToString("java.lang.IllegalStateException: one");
        });
        assertThat(closed).containsExactly("first");
    }

    private void add(String name) {
        AutoCloseable resource = () -> closed.add(name);
        assertThat(resources.add(resource)).isSameAs(resource);
    }

    private void addFailing(String name) {
        resources.<AutoCloseable>add(() -> {
            throw new IllegalStateException(name);
        });
    }
}
