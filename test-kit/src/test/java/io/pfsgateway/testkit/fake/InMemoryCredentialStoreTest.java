package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import io.pfsgateway.testkit.contract.CredentialStoreContract;
import java.util.List;

final class InMemoryCredentialStoreTest extends CredentialStoreContract {
    @Override
    protected CredentialStore store(List<Credential> credentials, List<Grant> anonymousGrants) {
        return new InMemoryCredentialStore(credentials, anonymousGrants);
    }
}
