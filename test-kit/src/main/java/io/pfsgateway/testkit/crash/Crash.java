package io.pfsgateway.testkit.crash;

/** The end of a process, as those see it who called it. No service may take it for a failure that it can answer. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }
}
