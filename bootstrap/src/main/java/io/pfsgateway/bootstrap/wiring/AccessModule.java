package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.keysfile.KeysFileCredentialStore;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.out.CallerRights;
import io.pfsgateway.application.service.AuthenticateService;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.application.service.TokenAuthenticateService;
import io.pfsgateway.bootstrap.settings.AuthMode;
import io.pfsgateway.bootstrap.settings.AuthSettings;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Who may: everyone, the key pairs of a file, or the users of a pachd. */
@Module
final class AccessModule {
    private AccessModule() {}

    @Provides
    @Singleton
    static AuthenticateUseCase authenticate(Settings settings, Optional<Pachd> pachd, Clock clock) {
        AuthSettings auth = settings.auth();
        return switch (auth.mode()) {
            case OPEN -> new OpenAuthenticateService();
            case KEYS ->
                new AuthenticateService(
                        KeysFileCredentialStore.open(auth.keysFile().orElseThrow(), clock));
            case PACHYDERM -> byTokens(pachd.orElseThrow(), clock);
        };
    }

    private static AuthenticateUseCase byTokens(Pachd pachd, Clock clock) {
        return new TokenAuthenticateService(pachd.files().tokenAuthority(clock), pachd.identity());
    }

    /** What is asked before the bookkeeping is touched; empty where the gateway itself decides who may. */
    @Provides
    static Optional<CallerRights> callerRights(Settings settings, Optional<Pachd> pachd) {
        return settings.auth().mode() == AuthMode.PACHYDERM
                ? pachd.map(known -> known.files().callerRights(known.identity()))
                : Optional.empty();
    }
}
