package io.pfsgateway.bootstrap.wiring;

import java.net.InetSocketAddress;

/** The gateway cannot start, for a reason that the operator can do something about. The message is one line. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** An address that cannot be listened on, and the flag that names another. */
    static StartFailed cannotListen(String what, InetSocketAddress at, String flag, Throwable cause) {
        String address = at.getHostString() + ":" + at.getPort();
        return new StartFailed(
                "Cannot serve " + what + " on " + address
                        + ": the address is taken, or none of this machine's; choose another " + flag + ".",
                cause);
    }
}
