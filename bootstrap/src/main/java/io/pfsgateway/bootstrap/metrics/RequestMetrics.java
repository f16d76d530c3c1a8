package io.pfsgateway.bootstrap.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.pfsgateway.adapter.in.http.observation.EndedRequest;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.routing.S3Action;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Counts requests by action and status. What is counted of a pair is found by both, and made when the pair is first seen. */
final class RequestMetrics implements RequestObserver {
    /** The action of requests that were refused before theirs was known, or that have none. */
    static final String NO_ACTION = "unknown";

    private static final int STATUSES = 600;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(3),
        Duration.ofMillis(10),
        Duration.ofMillis(30),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry registry;
    /** By action, then by status; an array for each action is there from the start. */
    private final Map<S3Action, AtomicReferenceArray<Series>> series = new EnumMap<>(S3Action.class);

    private final AtomicReferenceArray<Series> withoutAction = new AtomicReferenceArray<>(STATUSES);

    private record Series(Timer latency, Counter received, Counter sent) {}

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (S3Action action : S3Action.values()) {
            series.put(action, new AtomicReferenceArray<>(STATUSES));
        }
    }

    @Override
    public void requestEnded(EndedRequest request) {
        Series counted = of(request.action(), request.status());
        counted.latency.record(request.nanos(), TimeUnit.NANOSECONDS);
        if (request.receivedBytes() > 0) {
            counted.received.increment((double) request.receivedBytes());
        }
        if (request.sentBytes() > 0) {
            counted.sent.increment((double) request.sentBytes());
        }
    }

    private Series of(Optional<S3Action> action, int status) {
        AtomicReferenceArray<Series> ofAction = action.map(series::get).orElse(withoutAction);
        int place = Math.min(Math.max(status, 0), STATUSES - 1);
        Series known = ofAction.get(place);
        if (known == null) {
            // Two that make it at once make the same, since the registry knows its meters.
            known = register(action.map(S3Action::s3Name).orElse(NO_ACTION), status);
            ofAction.set(place, known);
        }
        return known;
    }

    private Series register(String action, int status) {
        Tags tags = Tags.of("action", action, "code", Integer.toString(status));
        return new Series(
                Timer.builder("s3.request.duration")
                        .description(
                                "Requests by S3 action and HTTP status, and how long they took from the end of their headers.")
                        .tags(tags)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry),
                Counter.builder("s3.received")
                        .baseUnit("bytes")
                        .description("Bytes of requests' bodies that were read, in the form in which they came.")
                        .tags(tags)
                        .register(registry),
                Counter.builder("s3.sent")
                        .baseUnit("bytes")
                        .description("Bytes of answers' bodies that were sent.")
                        .tags(tags)
                        .register(registry));
    }
}
