package io.pfsgateway.pfs.commit;

import java.time.Instant;

/** What an operation may know beyond the session: the time, and a way to ask for work in the background. */
public final class Moment {
    private final Instant now;
    private boolean background;

    Moment(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** Notes that there will be work for the background once the session is durable. */
    public void needBackground() {
        background = true;
    }

    boolean needsBackground() {
        return background;
    }
}
