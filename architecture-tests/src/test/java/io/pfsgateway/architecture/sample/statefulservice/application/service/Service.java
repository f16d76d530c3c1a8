package io.pfsgateway.architecture.sample.statefulservice.application.service;

/** A service with state. */
public final class Service {
    private int calls;

    /** Counts. */
    public int call() {
        calls++;
        return calls;
    }
}
