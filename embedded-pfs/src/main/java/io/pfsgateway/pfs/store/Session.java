package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * The committer's batch for one group of commits: it reads its own writes, can be rolled back to a mark, and goes to disk
 * as a whole. Nobody else sees any of it before {@link #writeForced()} has returned.
 */
public final class Session implements Reader, Writer, AutoCloseable {
    private final Database database;
    private final Lock lease;
    private final Disk disk;
    private final WriteBatchWithIndex batch = new WriteBatchWithIndex(true);
    private final Recent recent;
    private final List<Recent.Written> remembered = new ArrayList<>();
    private int rememberedAtMark;

    Session(Database database, Lock lease, Disk disk, Recent recent) {
        this.database = database;
        this.lease = lease;
        this.disk = disk;
        this.recent = recent;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        try {
            return batch.getFromBatchAndDB(
                    database.rocks(), database.handles().of(family), database.readsOfLatest(), key);
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.CORRUPT, "The store could not be read", failure);
        }
    }

    @Override
    public List<byte @Nullable []> getAll(Family family, List<byte[]> keys) {
        // The batch has no way to read several keys at once.
        List<byte @Nullable []> values = new ArrayList<>();
        keys.forEach(key -> values.add(get(family, key)));
        return values;
    }

    @Override
    public Cursor cursor(Family family, byte[] from, byte[] to) {
        Slice upperBound = new Slice(to);
        ReadOptions bounded = new ReadOptions().setIterateUpperBound(upperBound);
        RocksIterator base = database.rocks().newIterator(database.handles().of(family), bounded);
        RocksIterator merged = batch.newIteratorWithBase(database.handles().of(family), base);
        return new Cursor(from, to, merged, bounded, upperBound);
    }

    @Override
    public void put(Family family, byte[] key, byte[] value) {
        try {
            batch.put(database.handles().of(family), key, value);
            note(family, key, value);
        } catch (RocksDBException failure) {
            throw new IllegalStateException("The batch takes no writes", failure);
        }
    }

    private void note(Family family, byte[] key, byte @Nullable [] value) {
        if (family.memory() != Family.Memory.NOTHING) {
            remembered.add(new Recent.Written(family, key, value));
        }
    }

    @Override
    public void delete(Family family, byte[] key) {
        try {
            batch.delete(database.handles().of(family), key);
            note(family, key, null);
        } catch (RocksDBException failure) {
            throw new IllegalStateException("The batch takes no writes", failure);
        }
    }

    /** Marks the place to roll back to. Each mark is either rolled back or {@linkplain #keep kept}. */
    public void mark() {
        batch.setSavePoint();
        rememberedAtMark = remembered.size();
    }

    public void rollBack() {
        try {
            batch.rollbackToSavePoint();
            remembered.subList(rememberedAtMark, remembered.size()).clear();
        } catch (RocksDBException failure) {
            throw new IllegalStateException("The batch does not roll back", failure);
        }
    }

    public void keep() {
        try {
            batch.popSavePoint();
        } catch (RocksDBException failure) {
            throw new IllegalStateException("The batch has no mark", failure);
        }
    }

    public boolean isEmpty() {
        return batch.count() == 0;
    }

    /** How many writes the batch holds. */
    public int count() {
        return batch.count();
    }

    /** Writes the batch and forces it to disk, and only then makes it visible. A failure leaves the outcome unknown. */
    public void writeForced() throws IOException {
        recent.begin();
        boolean written = false;
        try {
            disk.forceLog(this::write);
            recent.end(remembered);
            written = true;
        } finally {
            if (!written) {
                recent.lost();
            }
        }
    }

    private void write(boolean forced) throws IOException {
        try (WriteOptions forcedWrite = new WriteOptions().setSync(forced)) {
            database.rocks().write(forcedWrite, batch);
        } catch (RocksDBException failure) {
            throw new IOException("The store's log could not be written: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        batch.close();
        lease.unlock();
    }
}
