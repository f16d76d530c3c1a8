package io.pfsgateway.pfs.tree;

/**
 * How large a tree makes its nodes and how much memory it spends on decoded ones. Nodes come out between half and one and a half
 * times the target, their first path aside; a tree may be read and gone on with under other settings than it was built with. Refuses targets outside of 64
 * bytes to 1 MiB and a negative cache.
 */
public record TreeSettings(int targetNodeBytes, long cacheBytes) {
    private static final int LEAST_TARGET = 64;
    private static final int GREATEST_TARGET = 1 << 20;

    public TreeSettings {
        if (targetNodeBytes < LEAST_TARGET || targetNodeBytes > GREATEST_TARGET) {
            throw new IllegalArgumentException("target size of nodes outside of 64 bytes to 1 MiB: " + targetNodeBytes);
        }
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("cache for nodes smaller than nothing: " + cacheBytes);
        }
    }

    public static TreeSettings defaults() {
        return new TreeSettings(1024, 64L << 20);
    }

    int leastNodeBytes() {
        return targetNodeBytes / 2;
    }

    int greatestNodeBytes() {
        return targetNodeBytes + targetNodeBytes / 2;
    }
}
