package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.in.http.AccessSettings;
import io.pfsgateway.adapter.in.http.BucketConfigurationUseCases;
import io.pfsgateway.adapter.in.http.BucketUseCases;
import io.pfsgateway.adapter.in.http.HttpGateway;
import io.pfsgateway.adapter.in.http.HttpSettings;
import io.pfsgateway.adapter.in.http.ObjectUseCases;
import io.pfsgateway.adapter.in.http.SecurityMode;
import io.pfsgateway.adapter.in.http.UploadUseCases;
import io.pfsgateway.adapter.in.http.UseCases;
import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.tls.TlsRefused;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.bootstrap.metrics.GatewayMetrics;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.S3Settings;
import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.net.BindException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** S3 over HTTP. */
@Module
final class HttpModule {
    private HttpModule() {}

    @Provides
    static HttpSettings httpSettings(Settings settings) {
        S3Settings s3 = settings.s3();
        return new HttpSettings(
                s3.listen(), s3.tls(), access(settings.auth()), s3.domain(), s3.maxRequests(), s3.drain());
    }

    private static AccessSettings access(AuthSettings auth) {
        return switch (auth.mode()) {
            case OPEN -> new AccessSettings(SecurityMode.OPEN, auth.openAnywhere(), false);
            // Where signatures are checked, --open-anywhere speaks of pfs_v2 alone.
            case KEYS -> new AccessSettings(SecurityMode.KEYS, false, auth.sigv2());
            case PACHYDERM ->
                new AccessSettings(
                        SecurityMode.TOKENS, false, auth.sigv2(), auth.tokens().presignWithToken());
        };
    }

    @Provides
    static UseCases useCases(
            AuthenticateUseCase authenticate,
            BucketUseCases buckets,
            BucketConfigurationUseCases configurations,
            ObjectUseCases objects,
            UploadUseCases uploads) {
        return new UseCases(authenticate, buckets, configurations, objects, uploads);
    }

    @Provides
    @Singleton
    static HttpGateway httpGateway(
            HttpSettings settings,
            UseCases useCases,
            Clock clock,
            RequestObserver observer,
            Optional<GatewayMetrics> metrics,
            Resources resources) {
        try {
            HttpGateway gateway = resources.add(HttpGateway.start(settings, useCases, clock, observer));
            metrics.ifPresent(counted -> counted.watch(gateway));
            return gateway;
        } catch (TlsRefused refused) {
            throw new StartFailed("Cannot serve HTTPS: " + refused.getMessage() + ".", refused);
        } catch (RuntimeException failure) {
            if (isAddressRefused(failure)) {
                throw StartFailed.cannotListen("S3", settings.listen(), Setting.LISTEN.flag(), failure);
            }
            throw failure;
        }
    }

    private static boolean isAddressRefused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }
}
