package io.pfsgateway.adapter.out.pfs.grpc;

import org.jspecify.annotations.Nullable;

/** A file names no authorities whose certificates could be trusted. The message names it and says why. */
public final class AuthoritiesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuthoritiesRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
