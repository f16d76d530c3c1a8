package io.pfsgateway.pfs.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.MutableColumnFamilyOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatchWithIndex;

/** One opening of RocksDB, with all that has to be closed with it, in the right order. */
final class Database implements AutoCloseable {
    private static final long WRITE_BUFFER_BYTES = 16L << 20;
    private static final long ALL_WRITE_BUFFERS_BYTES = 96L << 20;
    private static final long LOG_BYTES = 128L << 20;
    /** Forcing bytes in a file that is long enough already does not force its length too, which takes about as long again. */
    private static final int RECYCLED_LOGS = 2;

    private static final long SMALLEST_LARGE_VALUE_BYTES = 2_048;
    private static final int FILTER_BITS = 10;
    /** The store's own choice is a shard for each half MiB, which cannot hold what a large file is found by. */
    private static final int CACHE_SHARD_BITS = 2;

    private static final double SHARE_OF_INDEXES = 0.5;
    private static final int INDEX_BLOCK_BYTES = 4_096;

    private final RocksDB rocks;
    private final Handles handles;
    private final ReadOptions readsOfLatest = new ReadOptions();
    private final List<AutoCloseable> owned;

    private Database(RocksDB rocks, Handles handles, List<AutoCloseable> owned) {
        this.rocks = rocks;
        this.handles = handles;
        this.owned = owned;
    }

    static Database open(Path folder, StoreSettings settings) throws IOException {
        NativeLibrary.load();
        List<AutoCloseable> owned = new ArrayList<>();
        try {
            List<ColumnFamilyHandle> opened = new ArrayList<>();
            List<ColumnFamilyDescriptor> families = families(settings, owned);
            DBOptions options = databaseOptions();
            owned.add(0, options);
            RocksDB rocks = settings.readOnly()
                    ? RocksDB.openReadOnly(options, folder.toString(), families, opened)
                    : RocksDB.open(options, folder.toString(), families, opened);
            return new Database(rocks, new Handles(opened), owned);
        } catch (RocksDBException failure) {
            closeAll(owned);
            throw new IOException("The store in " + folder + " does not open: " + failure.getMessage(), failure);
        }
    }

    private static List<ColumnFamilyDescriptor> families(StoreSettings settings, List<AutoCloseable> owned) {
        Cache cache = new LRUCache(settings.blockBytes(), CACHE_SHARD_BITS, false, SHARE_OF_INDEXES);
        BloomFilter filter = new BloomFilter(FILTER_BITS);
        ColumnFamilyOptions plain = familyOptions(cache, filter);
        ColumnFamilyOptions large = familyOptions(cache, filter)
                .setEnableBlobFiles(true)
                .setMinBlobSize(SMALLEST_LARGE_VALUE_BYTES)
                .setEnableBlobGarbageCollection(true);
        owned.addAll(List.of(plain, large, filter, cache));
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor("default".getBytes(StandardCharsets.US_ASCII), plain));
        for (Family family : Family.values()) {
            families.add(new ColumnFamilyDescriptor(family.storedName(), family == Family.CONTENTS ? large : plain));
        }
        return families;
    }

    private static ColumnFamilyOptions familyOptions(Cache cache, BloomFilter filter) {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setLevelCompactionDynamicLevelBytes(true)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setFilterPolicy(filter)
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true)
                        // In pieces: one lookup in a file of a million keys is not to read a MiB of filter.
                        .setIndexType(IndexType.kTwoLevelIndexSearch)
                        .setPartitionFilters(true)
                        .setMetadataBlockSize(INDEX_BLOCK_BYTES)
                        .setFormatVersion(5));
    }

    private static DBOptions databaseOptions() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setDbWriteBufferSize(ALL_WRITE_BUFFERS_BYTES)
                .setMaxTotalWalSize(LOG_BYTES)
                .setRecycleLogFileNum(RECYCLED_LOGS)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(1_024)
                .setKeepLogFileNum(4)
                .setStatsDumpPeriodSec(0)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
    }

    RocksDB rocks() {
        return rocks;
    }

    Handles handles() {
        return handles;
    }

    /** Options of all reads that see whatever is newest; nobody changes or closes them. */
    ReadOptions readsOfLatest() {
        return readsOfLatest;
    }

    /** A cursor over what is newest. */
    Cursor cursor(Family family, byte[] from, byte[] to) {
        return cursor(family, from, to, (Snapshot) null);
    }

    /** A cursor over what was there when the snapshot was made, or over what is newest. */
    Cursor cursor(Family family, byte[] from, byte[] to, @Nullable Snapshot snapshot) {
        Slice upperBound = new Slice(to);
        ReadOptions bounded = new ReadOptions().setIterateUpperBound(upperBound);
        if (snapshot != null) {
            bounded.setSnapshot(snapshot);
        }
        return new Cursor(from, to, rocks.newIterator(handles.of(family), bounded), bounded, upperBound);
    }

    /** A cursor over what is newest, and over writes that are not in the database yet. */
    Cursor cursor(Family family, byte[] from, byte[] to, WriteBatchWithIndex writes) {
        Slice upperBound = new Slice(to);
        ReadOptions bounded = new ReadOptions().setIterateUpperBound(upperBound);
        ColumnFamilyHandle handle = handles.of(family);
        RocksIterator both = writes.newIteratorWithBase(handle, rocks.newIterator(handle, bounded));
        return new Cursor(from, to, both, bounded, upperBound);
    }

    /** Writes every family anew without what was deleted from it; large values move too, which they do not do otherwise. */
    void compact() throws RocksDBException {
        rocks.setOptions(
                handles.of(Family.CONTENTS),
                MutableColumnFamilyOptions.builder()
                        .setBlobGarbageCollectionAgeCutoff(1)
                        .build());
        try (CompactRangeOptions whole = new CompactRangeOptions()
                .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForceOptimized)) {
            for (Family family : Family.values()) {
                rocks.compactRange(handles.of(family), null, null, whole);
            }
        }
    }

    /** Writes a range anew without what was deleted from it. It does not hold back automatic compactions more than they do each other. */
    void compact(Family family, byte[] from, byte[] to) throws RocksDBException {
        try (CompactRangeOptions beside = new CompactRangeOptions().setExclusiveManualCompaction(false)) {
            rocks.compactRange(handles.of(family), from, to, beside);
        }
    }

    /** The number of the newest write. */
    long newestWrite() {
        return rocks.getLatestSequenceNumber();
    }

    /** Whether a snapshot was made before a write that is still there. */
    boolean hasSnapshotBefore(long write) throws RocksDBException {
        // 0 where there is none.
        long oldest = rocks.getLongProperty("rocksdb.oldest-snapshot-sequence");
        return oldest > 0 && oldest < write;
    }

    /** Deletes the files below the first level that hold keys of the range alone. */
    void dropFiles(Family family, byte[] from, byte[] to) throws RocksDBException {
        rocks.deleteFilesInRanges(handles.of(family), List.of(from, to), false);
    }

    /** What the database itself has counted since it was opened, in its own words. */
    String statistics() throws RocksDBException {
        return rocks.getProperty("rocksdb.dbstats");
    }

    /** What the cache of blocks takes, which all families share. */
    long blockBytes() throws RocksDBException {
        return rocks.getLongProperty(handles.of(Family.META), "rocksdb.block-cache-usage");
    }

    /** What all families hold that is in the log and in no file of theirs. */
    long unwrittenBytes() throws RocksDBException {
        return rocks.getAggregatedLongProperty("rocksdb.cur-size-all-mem-tables");
    }

    /** What is kept of open files beside their cached blocks. */
    long tableBytes() throws RocksDBException {
        return rocks.getAggregatedLongProperty("rocksdb.estimate-table-readers-mem");
    }

    @Override
    public void close() {
        handles.close();
        rocks.close();
        readsOfLatest.close();
        closeAll(owned);
    }

    private static void closeAll(List<AutoCloseable> owned) {
        for (AutoCloseable closeable : owned) {
            try {
                closeable.close();
            } catch (Exception failure) {
                throw new IllegalStateException("A native option did not close", failure);
            }
        }
    }
}
