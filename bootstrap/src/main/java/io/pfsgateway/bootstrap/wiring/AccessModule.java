package io.pfsgateway.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import io.pfsgateway.adapter.out.keysfile.KeysFileCredentialStore;
import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.service.AuthenticateService;
import io.pfsgateway.application.service.OpenAuthenticateService;
import io.pfsgateway.bootstrap.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Who may: everyone, or the key pairs of a file. */
@Module
final class AccessModule {
    private AccessModule() {}

    @Provides
    @Singleton
    static AuthenticateUseCase authenticate(Settings settings, Clock clock) {
        Optional<AuthenticateUseCase> byKeys = settings.auth()
                .keysFile()
                .map(file -> new AuthenticateService(KeysFileCredentialStore.open(file, clock)));
        return byKeys.orElseGet(OpenAuthenticateService::new);
    }
}
