package io.pfsgateway.pfs;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.disk.SystemDisk;
import java.time.Clock;

/**
 * How an engine runs. Bodies up to {@code inlineLimitBytes} ride in the store, larger ones get a file of their own;
 * {@code reserveBytes} are kept for deleting on a full disk.
 */
public record PfsSettings(
        Clock clock, Disk disk, int inlineLimitBytes, int changesPerEpoch, PfsCaches caches, long reserveBytes) {
    private static final int INLINE_LIMIT_BYTES = 32 << 10;
    private static final int CHANGES_PER_EPOCH = 4_096;
    private static final long RESERVE_BYTES = 16L << 20;

    public PfsSettings {
        if (inlineLimitBytes < 0 || changesPerEpoch < 1 || reserveBytes < 0) {
            throw new IllegalArgumentException("Settings out of range");
        }
    }

    /** With caches that leave half of the heap to others, however small it is. */
    public static PfsSettings defaults() {
        return new PfsSettings(
                Clock.systemUTC(),
                new SystemDisk(),
                INLINE_LIMIT_BYTES,
                CHANGES_PER_EPOCH,
                PfsCaches.fitting(Runtime.getRuntime().maxMemory()),
                RESERVE_BYTES);
    }

    public PfsSettings withClock(Clock other) {
        return new PfsSettings(other, disk, inlineLimitBytes, changesPerEpoch, caches, reserveBytes);
    }

    public PfsSettings withDisk(Disk other) {
        return new PfsSettings(clock, other, inlineLimitBytes, changesPerEpoch, caches, reserveBytes);
    }

    public PfsSettings withInlineLimitBytes(int other) {
        return new PfsSettings(clock, disk, other, changesPerEpoch, caches, reserveBytes);
    }

    public PfsSettings withChangesPerEpoch(int other) {
        return new PfsSettings(clock, disk, inlineLimitBytes, other, caches, reserveBytes);
    }

    public PfsSettings withCaches(PfsCaches other) {
        return new PfsSettings(clock, disk, inlineLimitBytes, changesPerEpoch, other, reserveBytes);
    }

    public PfsSettings withReserveBytes(long other) {
        return new PfsSettings(clock, disk, inlineLimitBytes, changesPerEpoch, caches, other);
    }
}
