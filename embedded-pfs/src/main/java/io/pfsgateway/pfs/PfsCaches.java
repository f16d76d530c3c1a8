package io.pfsgateway.pfs;

/**
 * How much memory an engine may take to remember what it read and wrote lately, in bytes.
 *
 * @param recentBytes on the heap: what files were found by, and the bytes of small ones
 * @param nodeBytes on the heap: decoded nodes of the trees that listings read
 * @param blockBytes beside the heap: blocks of the store's files
 */
public record PfsCaches(long recentBytes, long nodeBytes, long blockBytes) {
    private static final int SHARES = 8;
    private static final int OF_RECENT = 3;
    private static final int OF_NODES = 2;
    private static final int OF_BLOCKS = SHARES - OF_RECENT - OF_NODES;
    private static final long LEAST_BLOCK_BYTES = 1 << 20;
    private static final long DEFAULT_BYTES = 160L << 20;

    public PfsCaches {
        if (recentBytes < 0 || nodeBytes < 0 || blockBytes < LEAST_BLOCK_BYTES) {
            throw new IllegalArgumentException(
                    "Caches too small: " + recentBytes + ", " + nodeBytes + ", " + blockBytes);
        }
    }

    /** So much altogether: three eighths for what was found, as much for blocks, and the rest for nodes. */
    public static PfsCaches sharing(long bytes) {
        long share = bytes / SHARES;
        return new PfsCaches(share * OF_RECENT, share * OF_NODES, share * OF_BLOCKS);
    }

    /** 160 MiB altogether. */
    public static PfsCaches defaults() {
        return sharing(DEFAULT_BYTES);
    }

    /** As by default, or less where more than half of a heap that may grow so large would be for them. */
    public static PfsCaches fitting(long mostHeapBytes) {
        PfsCaches usual = defaults();
        return usual.fits(mostHeapBytes) ? usual : sharing(mostHeapBytes / 2 / (OF_RECENT + OF_NODES) * SHARES);
    }

    /** Whether no more than half of a heap that may grow so large would be for them. */
    public boolean fits(long mostHeapBytes) {
        return heapBytes() <= mostHeapBytes / 2;
    }

    /** How much of it is on the heap. */
    public long heapBytes() {
        return recentBytes + nodeBytes;
    }
}
