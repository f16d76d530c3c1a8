package io.pfsgateway.bootstrap.wiring;

/** The gateway cannot start, for a reason that the operator can do something about. The message is one line. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
