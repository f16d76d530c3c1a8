package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.bootstrap.admin.AdminServer;
import io.pfsgateway.bootstrap.admin.Readiness;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Health on an address of its own. */
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
    static Optional<AdminServer> adminServer(Settings settings, Readiness readiness, Resources resources) {
        return settings.admin().map(listen -> resources.add(start(listen, readiness)));
    }

    private static AdminServer start(InetSocketAddress listen, Readiness readiness) {
        try {
            return AdminServer.start(listen, readiness);
        } catch (IOException refused) {
            throw StartFailed.cannotListen("health", listen, Setting.ADMIN_LISTEN.flag(), refused);
        }
    }
}
