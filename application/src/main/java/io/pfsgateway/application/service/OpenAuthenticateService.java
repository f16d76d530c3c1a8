package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.application.port.in.CallerScope;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.SecretKey;
import java.util.Optional;

/**
 * The gateway in open mode: there are no key pairs, so that no signature can be checked, and everyone may do everything. The
 * adapter treats every request, signed or not, as the anonymous one.
 */
public final class OpenAuthenticateService implements AuthenticateUseCase {
    @Override
    public Optional<SecretKey> secret(String accessKey) {
        return Optional.empty();
    }

    @Override
    public Optional<Credential> credential(String accessKey) {
        return Optional.empty();
    }

    @Override
    public Caller anonymous() {
        return Caller.UNCHECKED;
    }

    @Override
    public CallerScope actFor(Caller caller) {
        return CallerScope.NONE;
    }
}
