package io.pfsgateway.domain.access;

import io.pfsgateway.domain.failure.RequestFailure;

/** The public half of a key pair: it names who signs. */
public record AccessKey(String value) {
    public AccessKey {
        if (value.isBlank()) {
            throw RequestFailure.invalidArgument("access key", value, "An access key must not be empty.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
