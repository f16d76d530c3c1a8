package io.pfsgateway.bootstrap.admin;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether requests should be sent here: from the end of the start to the beginning of the stop. */
public final class Readiness {
    private final AtomicBoolean ready = new AtomicBoolean();

    public void set(boolean now) {
        ready.set(now);
    }

    public boolean isReady() {
        return ready.get();
    }
}
