package io.pfsgateway.adapter.in.http.signature;

import java.util.Objects;

/**
 * What is needed to check the signatures of a body's chunks once the request's own has been found good.
 *
 * @param key signs
 * @param timestamp the request's time as it was signed, for example {@code 20130524T000000Z}
 * @param scope day and region of the key
 * @param seedSignature the request's own signature, with which the chain of the chunks' signatures begins
 */
public record SigningContext(SigningKey key, String timestamp, CredentialScope scope, String seedSignature) {
    public SigningContext {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(seedSignature, "seedSignature");
    }

    /** Without the signature, with which a presigned URL could be put together again. */
    @Override
    public String toString() {
        return "SigningContext[timestamp=" + timestamp + ", scope=" + scope + "]";
    }
}
