package io.pfsgateway.bootstrap.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pfsgateway.adapter.out.pfs.grpc.CallObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts calls to a pachd by method and code, both of which gRPC's service definitions list. */
final class CallMetrics implements CallObserver {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(3),
        Duration.ofMillis(30),
        Duration.ofMillis(300),
        Duration.ofSeconds(3),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Map<Pair, Timer> timers = new ConcurrentHashMap<>();

    private record Pair(String method, String code) {}

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void callEnded(String method, String status, long nanos) {
        timers.computeIfAbsent(new Pair(method, status), this::register).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer register(Pair pair) {
        return Timer.builder("pachd.calls")
                .description(
                        "gRPC calls to the pachd by method and gRPC's code, and how long they took to the end of their stream.")
                .tag("method", pair.method())
                .tag("code", pair.code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
