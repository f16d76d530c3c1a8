package io.pfsgateway.domain.access;

import java.util.List;
import java.util.Optional;

/** A key pair and what it gives. */
public record Credential(AccessKey accessKey, SecretKey secretKey, List<Grant> grants) {
    public Credential {
        grants = List.copyOf(grants);
    }

    /** Who signs with this key pair. */
    public Caller caller() {
        return new Caller(Optional.of(accessKey), grants);
    }
}
