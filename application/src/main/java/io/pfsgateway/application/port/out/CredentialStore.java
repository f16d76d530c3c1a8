package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.access.AccessKey;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.Grant;
import java.util.List;
import java.util.Optional;

/** The key pairs that may sign, and what each gives. Asked once a request, so answers come from memory. */
public interface CredentialStore {
    /** The key pair of an access key, if there is one. */
    Optional<Credential> find(AccessKey accessKey);

    /** What a request without a signature may do; empty for nothing. */
    List<Grant> anonymousGrants();
}
