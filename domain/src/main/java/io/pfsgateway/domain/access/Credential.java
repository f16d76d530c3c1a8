package io.pfsgateway.domain.access;

import java.util.List;
import java.util.Optional;

/**
 * A key pair and what it gives.
 *
 * @param token what the file system is shown in the holder's name, where it knows its users itself
 */
public record Credential(
        AccessKey accessKey, SecretKey secretKey, List<Grant> grants, Optional<FileSystemToken> token) {
    public Credential {
        grants = List.copyOf(grants);
    }

    /** A key pair of the gateway's own. */
    public Credential(AccessKey accessKey, SecretKey secretKey, List<Grant> grants) {
        this(accessKey, secretKey, grants, Optional.empty());
    }

    /** Who signs with this key pair. */
    public Caller caller() {
        return new Caller(Optional.of(accessKey), grants, token);
    }
}
