package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.in.http.accesslog.AccessLog;
import io.pfsgateway.adapter.in.http.accesslog.LogTarget;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.out.jdbc.DatabaseObserver;
import io.pfsgateway.adapter.out.pfs.grpc.CallObserver;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What is counted, and noted of each request. Where nobody could ask for numbers none are kept. */
@Module
final class MetricsModule {
    private MetricsModule() {}

    @Provides
    @Singleton
    static Optional<GatewayMetrics> metrics(Settings settings, Resources resources) {
        return settings.admin().map(listen -> resources.add(new GatewayMetrics()));
    }

    @Provides
    @Singleton
    static DatabaseObserver database(Optional<GatewayMetrics> metrics) {
        return metrics.map(GatewayMetrics::database).orElse(DatabaseObserver.NONE);
    }

    @Provides
    @Singleton
    static CallObserver calls(Optional<GatewayMetrics> metrics) {
        return metrics.map(GatewayMetrics::calls).orElse(CallObserver.NONE);
    }

    @Provides
    @Singleton
    static Optional<AccessLog> accessLog(Settings settings, Optional<GatewayMetrics> metrics, Resources resources) {
        Optional<AccessLog> log = settings.outside().accessLog().map(target -> resources.add(open(target)));
        log.ifPresent(lines -> metrics.ifPresent(counted -> counted.watch(lines)));
        return log;
    }

    private static AccessLog open(LogTarget target) {
        try {
            return AccessLog.open(target);
        } catch (IOException refused) {
            throw new StartFailed(
                    "Cannot write the access log " + Setting.ACCESS_LOG.flag() + " "
                            + target.file().map(Path::toString).orElse("-"),
                    refused);
        }
    }

    @Provides
    @Singleton
    static RequestObserver requests(Optional<GatewayMetrics> metrics, Optional<AccessLog> log) {
        return Stream.of(metrics.map(GatewayMetrics::requests), log)
                .flatMap(Optional::stream)
                .map(RequestObserver.class::cast)
                .reduce(RequestObserver::and)
                .orElse(RequestObserver.NONE);
    }
}
