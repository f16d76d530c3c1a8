package io.pfsgateway.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;

/** A database cannot be used as it is. The message names it and says why, without the parameters of its URL, which may be secret. */
public final class JdbcRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JdbcRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
