package io.pfsgateway.adapter.in.http.tls;

/** The files hold nothing that can be served. The message names the file and what is wrong, and nothing of what stands in it. */
public final class TlsRefused extends Exception {
    private static final long serialVersionUID = 1L;

    TlsRefused(String message) {
        super(message);
    }

    TlsRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
