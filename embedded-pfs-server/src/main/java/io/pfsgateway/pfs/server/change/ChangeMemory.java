package io.pfsgateway.pfs.server.change;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that changes may take which are not committed yet: those of one call, and those of all calls together, however many
 * there are. Safe for any number of threads.
 */
public final class ChangeMemory {
    private static final long MOST_BYTES_OF_A_CALL = 256L << 20;

    private final long ofACall;
    private final long ofAllCalls;
    private final AtomicLong taken = new AtomicLong();

    ChangeMemory(long ofACall, long ofAllCalls) {
        this.ofACall = ofACall;
        this.ofAllCalls = ofAllCalls;
    }

    /** A quarter of what the process has for all calls, and of that 256 MiB for one. */
    public static ChangeMemory ofThisProcess() {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        return new ChangeMemory(Math.min(MOST_BYTES_OF_A_CALL, quarter), quarter);
    }

    long ofACall() {
        return ofACall;
    }

    /** Takes some, unless that is more than is left. */
    boolean take(long bytes) {
        long before = taken.getAndUpdate(now -> now + bytes <= ofAllCalls ? now + bytes : now);
        return before + bytes <= ofAllCalls;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
