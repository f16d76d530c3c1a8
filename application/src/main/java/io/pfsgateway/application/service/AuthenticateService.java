package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.SecretKey;
import java.util.Optional;

/** Knows callers by the key pairs of a store; one without a signature has what the store gives to the anonymous. */
public final class AuthenticateService implements AuthenticateUseCase {
    private final CredentialStore credentials;

    public AuthenticateService(CredentialStore credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<SecretKey> secret(String accessKey) {
        return credential(accessKey).map(Credential::secretKey);
    }

    @Override
    public Optional<Credential> credential(String accessKey) {
        return accessKey.isBlank() ? Optional.empty() : credentials.find(new AccessKey(accessKey));
    }

    @Override
    public Caller anonymous() {
        return new Caller(Optional.empty(), credentials.anonymousGrants());
    }

    @Override
    public CallerScope actFor(Caller caller) {
        return CallerScope.NONE;
    }
}
