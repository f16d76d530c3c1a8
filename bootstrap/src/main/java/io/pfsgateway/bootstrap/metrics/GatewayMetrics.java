package io.pfsgateway.bootstrap.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pfsgateway.adapter.in.http.HttpGateway;
import io.pfsgateway.adapter.in.http.accesslog.AccessLog;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.server.Admission;
import io.pfsgateway.adapter.out.jdbc.DatabaseObserver;
import io.pfsgateway.adapter.out.pfs.grpc.CallObserver;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.PfsMemory;
import io.pfsgateway.pfs.PfsStatistics;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** All that is counted of one gateway. It lives as long as the gateway, and may be asked at any time. Safe for many threads. */
public final class GatewayMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestMetrics requests = new RequestMetrics(registry);
    private Optional<JvmMetrics> jvm = Optional.empty();

    /** What requests are told to. */
    public RequestObserver requests() {
        return requests;
    }

    /** What statements are told to. */
    public DatabaseObserver database() {
        return new DatabaseMetrics(registry);
    }

    /** What calls to a pachd are told to. */
    public CallObserver calls() {
        return new CallMetrics(registry);
    }

    /** Shows how many requests are under way, and how many found no place. */
    public void watch(HttpGateway gateway) {
        Admission admission = gateway.admission();
        Gauge.builder("s3.requests.in.flight", admission, Admission::underWay)
                .description("Requests that are worked on now.")
                .register(registry);
        Gauge.builder("s3.requests.waiting", admission, Admission::waiting)
                .description("Requests that have come and were not given to a thread yet.")
                .register(registry);
        Gauge.builder("s3.requests.limit", admission, Admission::maxRequests)
                .description("Requests that can be worked on at once (--max-requests).")
                .register(registry);
        FunctionCounter.builder("s3.requests.refused", admission, Admission::refused)
                .description("Requests that were turned away at the door: all places were taken, or the gateway stops.")
                .register(registry);
    }

    /** Shows what a log of requests could not keep up with. */
    public void watch(AccessLog log) {
        FunctionCounter.builder("s3.access.log.dropped", log, AccessLog::dropped)
                .description("Lines of the access log that were dropped, so that no request waited for it.")
                .register(registry);
    }

    /** Shows what an embedded file system does. */
    public void watch(EmbeddedPfs engine) {
        count(engine, "pfs.commits", "Commits of files that were made.", PfsStatistics::commits);
        count(
                engine,
                "pfs.commit.groups",
                "Forced writes that carried what waited together; commits by groups is how many share one.",
                PfsStatistics::groups);
        countForced(engine, "log", PfsStatistics::forcedLogs);
        countForced(engine, "file", PfsStatistics::forcedFiles);
        countForced(engine, "folder", PfsStatistics::forcedFolders);
        weigh(engine, "recent", PfsMemory::recentBytes);
        weigh(engine, "nodes", PfsMemory::nodeBytes);
        weigh(engine, "blocks", PfsMemory::blockBytes);
        weigh(engine, "unwritten", PfsMemory::unwrittenBytes);
        weigh(engine, "tables", PfsMemory::tableBytes);
    }

    /** Shows the virtual machine's own numbers. It takes a while to get at them, for which no first request should wait. */
    public void watchJvm() {
        jvm = Optional.of(JvmMetrics.in(registry));
    }

    /** Shows how many uploads are open, as somebody else knows. */
    public void watchUploads(DoubleSupplier open) {
        Gauge.builder("s3.uploads.open", open, DoubleSupplier::getAsDouble)
                // Nobody else holds it, and what was collected is shown as no number.
                .strongReference(true)
                .description("Multipart uploads that are open, counted from time to time and to 100,000.")
                .register(registry);
    }

    /** All of it, in Prometheus's text format 0.0.4. */
    public String text() {
        return registry.scrape();
    }

    private void count(EmbeddedPfs engine, String name, String description, ToDoubleFunction<PfsStatistics> number) {
        FunctionCounter.builder(name, engine, counted -> number.applyAsDouble(counted.statistics()))
                .description(description)
                .register(registry);
    }

    private void countForced(EmbeddedPfs engine, String what, ToDoubleFunction<PfsStatistics> number) {
        FunctionCounter.builder("pfs.forced.writes", engine, counted -> number.applyAsDouble(counted.statistics()))
                .tag("what", what)
                .description("Forced writes to disk: of the store's log, of a large file's bytes, of a folder's names.")
                .register(registry);
    }

    private void weigh(EmbeddedPfs engine, String part, ToDoubleFunction<PfsMemory> bytes) {
        Gauge.builder(
                        "pfs.memory",
                        engine,
                        weighed -> weighed.memory().map(bytes::applyAsDouble).orElse(Double.NaN))
                .tag("part", part)
                .baseUnit("bytes")
                .description(
                        "Memory of the embedded file system: on the heap what was found and written lately (recent)"
                                + " and nodes of its index; beside it blocks of its files, what is not in files yet, and tables.")
                .register(registry);
    }

    @Override
    public void close() {
        jvm.ifPresent(JvmMetrics::close);
        registry.close();
    }
}
