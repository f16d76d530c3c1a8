package io.pfsgateway.bootstrap.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pfsgateway.adapter.out.jdbc.DatabaseObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts statements of the bookkeeping by whether they were carried out. */
final class DatabaseMetrics implements DatabaseObserver {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final Timer done;
    private final Timer failed;

    DatabaseMetrics(MeterRegistry registry) {
        this.done = register(registry, "done");
        this.failed = register(registry, "failed");
    }

    @Override
    public void statementEnded(long nanos, boolean hasFailed) {
        (hasFailed ? failed : done).record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer register(MeterRegistry registry, String outcome) {
        return Timer.builder("database.calls")
                .description("Statements of the bookkeeping, and how long they took.")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
