package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import java.util.Optional;

/** Tells who signs with an access key; the adapter checks the signature with the key pair's secret half. */
public interface AuthenticateUseCase {
    /** The key pair of an access key as it came, if there is one. */
    Optional<Credential> credential(String accessKey);

    /** Who a request without a signature is. */
    Caller anonymous();
}
