package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CallerIdentity;
import io.pfsgateway.domain.access.FileSystemToken;
import io.pfsgateway.testkit.contract.CallerIdentityContract;
import java.util.Optional;

final class InMemoryCallerIdentityTest extends CallerIdentityContract {
    private final InMemoryCallerIdentity identity = new InMemoryCallerIdentity(OWN);

    @Override
    protected CallerIdentity identity() {
        return identity;
    }

    @Override
    protected Optional<FileSystemToken> shown() {
        return identity.shown();
    }
}
