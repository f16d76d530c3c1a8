package io.pfsgateway.pfs.store;

/** How much memory the store may take for its cache of blocks, and whether it is opened for reading alone. */
public record StoreSettings(long cacheBytes, boolean readOnly) {
    public StoreSettings {
        if (cacheBytes < 1 << 20) {
            throw new IllegalArgumentException("A cache below 1 MiB is of no use: " + cacheBytes);
        }
    }
}
