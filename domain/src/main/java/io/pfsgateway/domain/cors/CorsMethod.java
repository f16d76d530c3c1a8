package io.pfsgateway.domain.cors;

import java.util.Arrays;
import java.util.Optional;

/** A method that a rule can allow. */
public enum CorsMethod {
    GET,
    PUT,
    POST,
    DELETE,
    HEAD;

    /** The method of a name as it stands on the wire, in capitals; empty for any other. */
    public static Optional<CorsMethod> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
