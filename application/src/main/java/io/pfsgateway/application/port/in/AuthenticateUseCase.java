package io.pfsgateway.application.port.in;

import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Credential;
import io.pfsgateway.domain.access.SecretKey;
import java.util.Optional;

/**
 * Tells who signs with an access key. The adapter checks the signature with the key pair's secret half before it asks for the rest,
 * which may have to be asked of others.
 */
public interface AuthenticateUseCase {
    /** The secret half of the key pair that an access key would be of, found without asking anyone. */
    Optional<SecretKey> secret(String accessKey);

    /**
     * The key pair of an access key as it came, if there is one.
     *
     * @throws io.pfsgateway.domain.failure.AccessFailure when it cannot be told by whoever knows the users
     * @throws io.pfsgateway.domain.failure.FileSystemFailure when they are out of reach
     */
    Optional<Credential> credential(String accessKey);

    /** Who a request without a signature is. */
    Caller anonymous();

    /**
     * From now on, on this thread, the file system is asked in the caller's name, where it has users of its own. What is handed to
     * other threads needs a scope of its own there.
     */
    CallerScope actFor(Caller caller);
}
