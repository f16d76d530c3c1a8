package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.bootstrap.admin.AdminServer;
import io.pfsgateway.bootstrap.admin.Readiness;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Health and metrics on an address of its own. */
@Module
final class AdminModule {
    private AdminModule() {}

    @Provides
    @Singleton
    static Readiness readiness() {
        return new Readiness();
    }

    @Provides
    @Singleton
    static Optional<AdminServer> adminServer(
            Settings settings, Readiness readiness, Optional<GatewayMetrics> metrics, Resources resources) {
        return settings.admin().map(listen -> resources.add(start(listen, readiness, metrics.orElseThrow())));
    }

    private static AdminServer start(InetSocketAddress listen, Readiness readiness, GatewayMetrics metrics) {
        try {
            return AdminServer.start(listen, readiness, metrics::text);
        } catch (IOException refused) {
            throw StartFailed.cannotListen("health and metrics", listen, Setting.ADMIN_LISTEN.flag(), refused);
        }
    }
}
