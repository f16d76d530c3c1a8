package io.pfsgateway.domain.access;

import io.pfsgateway.domain.failure.RequestFailure;

/** The secret half of a key pair. It is never printed. */
public record SecretKey(String value) {
    public SecretKey {
        if (value.isEmpty()) {
            throw RequestFailure.invalidArgument("secret key", "", "A secret key must not be empty.");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
