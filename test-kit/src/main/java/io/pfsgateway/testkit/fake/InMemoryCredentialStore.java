package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CredentialStore;
import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Key pairs that are given once and never change. */
public final class InMemoryCredentialStore implements CredentialStore {
    private final Map<AccessKey, Credential> credentials;
    private final List<Grant> anonymousGrants;

    /** A store of these key pairs, and of what a request without a signature may do. */
    public InMemoryCredentialStore(Collection<Credential> credentials, List<Grant> anonymousGrants) {
        this.credentials =
                credentials.stream().collect(Collectors.toUnmodifiableMap(Credential::accessKey, each -> each));
        this.anonymousGrants = List.copyOf(anonymousGrants);
    }

    @Override
    public Optional<Credential> find(AccessKey accessKey) {
        return Optional.ofNullable(credentials.get(accessKey));
    }

    @Override
    public List<Grant> anonymousGrants() {
        return anonymousGrants;
    }
}
