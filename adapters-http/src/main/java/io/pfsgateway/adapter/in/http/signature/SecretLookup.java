package io.pfsgateway.adapter.in.http.signature;

import java.util.Optional;

/** Finds the secret that belongs to an access key. Called by many threads at once, and for keys that anybody made up. */
@FunctionalInterface
public interface SecretLookup {
    /** The secret, or empty where nobody has this access key. */
    Optional<String> secretOf(String accessKey);
}
