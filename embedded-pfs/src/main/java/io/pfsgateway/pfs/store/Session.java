package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Recent.Place, Recent.Written> newest = new HashMap<>();
    private int rememberedAtMark;

    Session(Database database, Lock lease, Disk disk, Recent recent) {
        this.database = database;
        this.lease = lease;
        this.disk = disk;
        this.recent = recent;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        if (family.memory() == Family.Memory.OF_NEWEST_VALUES) {
            return newest(family, key);
        }
        return read(family, key);
    }

    /** What the batch has made of it, else what is remembered: nobody but the committer changes it. */
    private byte @Nullable [] newest(Family family, byte[] key) {
        Recent.Written own = newest.get(new Recent.Place(family, Bytes.owning(key)));
        if (own != null) {
            return own.value();
        }
        Entry found = recent.find(family, key, () -> {
            byte[] value = read(family, key);
            return value == null ? null : new Entry(key, value);
        });
        return found == null ? null : found.value();
    }

    private byte @Nullable [] read(Family family, byte[] key) {
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
            Recent.Written written = new Recent.Written(family, key, value);
            remembered.add(written);
            noteNewest(written);
        }
    }

    private void noteNewest(Recent.Written written) {
        if (written.family().memory() == Family.Memory.OF_NEWEST_VALUES) {
            newest.put(written.place(), written);
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
            newest.clear();
            remembered.forEach(this::noteNewest);
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
