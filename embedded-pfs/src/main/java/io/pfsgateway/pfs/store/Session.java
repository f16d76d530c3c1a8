package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.disk.Disk;
import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBatchInterface;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * The committer's batch for one group of commits: it reads its own writes, can be rolled back to a mark, and goes to disk
 * as a whole. Nobody else sees any of it before {@link #writeForced()} has returned. A key that several commits of the group
 * write goes to disk once, as the last of them left it.
 */
public final class Session implements Reader, Writer, AutoCloseable {
    private final Database database;
    private final Lock lease;
    private final Disk disk;
    private final Recent recent;
    private final OwnWrites own = new OwnWrites();
    /** The same writes in the store's own order, for cursors. Most groups of commits ask for none. */
    private @Nullable WriteBatchWithIndex ordered;

    Session(Database database, Lock lease, Disk disk, Recent recent) {
        this.database = database;
        this.lease = lease;
        this.disk = disk;
        this.recent = recent;
    }

    /** What the batch has made of it, else what is stored. */
    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        Recent.Written written = own.find(family, key);
        if (written != null) {
            return written.value();
        }
        return family.memory() == Family.Memory.OF_NEWEST_VALUES ? remembered(family, key) : stored(family, key);
    }

    /** Nobody but the committer changes what is remembered. */
    private byte @Nullable [] remembered(Family family, byte[] key) {
        Entry found = recent.find(family, key, () -> {
            byte[] value = stored(family, key);
            return value == null ? null : new Entry(key, value);
        });
        return found == null ? null : found.value();
    }

    private byte @Nullable [] stored(Family family, byte[] key) {
        try {
            return database.rocks().get(database.handles().of(family), database.readsOfLatest(), key);
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.CORRUPT, "The store could not be read", failure);
        }
    }

    @Override
    public List<byte @Nullable []> getAll(Family family, List<byte[]> keys) {
        // Some may be the batch's own.
        List<byte @Nullable []> values = new ArrayList<>();
        keys.forEach(key -> values.add(get(family, key)));
        return values;
    }

    @Override
    public Optional<Entry> newest(Family family, byte[] group) {
        return Optional.ofNullable(
                own.touch(family, group)
                        ? Groups.first(this::cursor, family, group)
                        : recent.find(family, group, () -> Groups.first(database::cursor, family, group)));
    }

    /** The first entry of a group before this batch, where it is remembered; the database is not asked. */
    public Optional<Entry> newestRemembered(Family family, byte[] group) {
        return Optional.ofNullable(recent.peek(family, group));
    }

    /**
     * Says that who asked for a key will hardly do so once this batch is written, but for another one instead, if one is named: that is remembered
     * then where the other was. Both stay in the store.
     */
    public void outdate(Family family, byte[] key, byte @Nullable [] by) {
        own.outdate(family, key, by);
    }

    /** Shows what the batch holds; whether it shows what is written later is not to be relied on. */
    @Override
    public Cursor cursor(Family family, byte[] from, byte[] to) {
        return own.count() == 0
                ? database.cursor(family, from, to)
                : database.cursor(family, from, to, writesInOrder());
    }

    private WriteBatchWithIndex writesInOrder() {
        WriteBatchWithIndex known = ordered;
        if (known != null) {
            return known;
        }
        WriteBatchWithIndex made = new WriteBatchWithIndex(true);
        ordered = made;
        own.all().forEach(write -> add(write, made));
        return made;
    }

    private void add(Recent.Written write, WriteBatchInterface batch) {
        byte[] value = write.value();
        try {
            if (value == null) {
                batch.delete(database.handles().of(write.family()), write.key());
            } else {
                batch.put(database.handles().of(write.family()), write.key(), value);
            }
        } catch (RocksDBException failure) {
            throw new IllegalStateException("The batch takes no writes", failure);
        }
    }

    @Override
    public void put(Family family, byte[] key, byte[] value) {
        note(new Recent.Written(family, key, value));
    }

    @Override
    public void delete(Family family, byte[] key) {
        note(new Recent.Written(family, key, null));
    }

    private void note(Recent.Written write) {
        own.add(write);
        if (ordered != null) {
            add(write, ordered);
        }
    }

    /** Marks the place to roll back to. */
    public void mark() {
        own.mark();
    }

    /** Takes back what was written since the mark. */
    public void rollBack() {
        if (own.isMoved()) {
            own.rollBack();
            forgetOrder();
        }
    }

    private void forgetOrder() {
        WriteBatchWithIndex known = ordered;
        if (known != null) {
            ordered = null;
            known.close();
        }
    }

    public boolean isEmpty() {
        return own.count() == 0;
    }

    /** How many writes the batch holds. */
    public int count() {
        return own.count();
    }

    /** Writes the batch and forces it to disk, and only then makes it visible. A failure leaves the outcome unknown. */
    public void writeForced() throws IOException {
        recent.begin();
        boolean written = false;
        try (WriteBatch batch = new WriteBatch()) {
            own.all().forEach(write -> add(write, batch));
            disk.forceLog(forced -> write(batch, forced));
            recent.end(own.all(), own.outdated());
            written = true;
        } finally {
            if (!written) {
                recent.lost();
            }
        }
    }

    private void write(WriteBatch batch, boolean forced) throws IOException {
        try (WriteOptions forcedWrite = new WriteOptions().setSync(forced)) {
            database.rocks().write(forcedWrite, batch);
        } catch (RocksDBException failure) {
            throw new IOException("The store's log could not be written: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        forgetOrder();
        lease.unlock();
    }
}
