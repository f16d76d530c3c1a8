package io.pfsgateway.pfs.store;

/**
 * How much memory the store may take for what it found lately and for its cache of blocks, and whether it is opened for reading
 * alone.
 */
public record StoreSettings(long recentBytes, long blockBytes, boolean readOnly) {
    public StoreSettings {
        if (blockBytes < 1 << 20) {
            throw new IllegalArgumentException("A cache of blocks below 1 MiB is of no use: " + blockBytes);
        }
    }
}
