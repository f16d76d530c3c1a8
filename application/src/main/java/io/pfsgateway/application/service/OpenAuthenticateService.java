package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.AuthenticateUseCase;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import java.util.Optional;

/**
 * The gateway in open mode: there are no key pairs, so that no signature can be checked, and everyone may do everything. The
 * adapter treats every request, signed or not, as the anonymous one.
 */
public final class OpenAuthenticateService implements AuthenticateUseCase {
    @Override
    public Optional<Credential> credential(String accessKey) {
        return Optional.empty();
    }

    @Override
    public Caller anonymous() {
        return Caller.UNCHECKED;
    }
}
