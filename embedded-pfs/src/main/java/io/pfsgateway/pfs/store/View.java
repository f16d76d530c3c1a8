package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** Reads the durable state of the store, either as it is at each moment or as it was when the view was made. */
public final class View implements Reader, AutoCloseable {
    private final Database database;
    private final Lock lease;
    private final @Nullable Snapshot snapshot;
    private final Recent recent;
    private final ReadOptions options;

    private View(Database database, Lock lease, @Nullable Snapshot snapshot, Recent recent) {
        this.database = database;
        this.lease = lease;
        this.snapshot = snapshot;
        this.recent = recent;
        this.options = snapshot == null ? database.readsOfLatest() : new ReadOptions().setSnapshot(snapshot);
    }

    static View latest(Database database, Lock lease, Recent recent) {
        return new View(database, lease, null, recent);
    }

    static View frozen(Database database, Lock lease, Recent recent) {
        return new View(database, lease, database.rocks().getSnapshot(), recent);
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        if (snapshot != null || !family.memory().isOfKeys()) {
            return read(family, key);
        }
        Entry found = recent.find(family, key, () -> {
            byte[] value = read(family, key);
            return value == null ? null : new Entry(key, value);
        });
        return found == null ? null : found.value();
    }

    /**
     * The first entry of a group: of all keys that begin with it and have eight bytes more. Only a view of the latest state
     * knows it.
     */
    public Optional<Entry> newest(Family family, byte[] group) {
        if (family.memory() != Family.Memory.OF_GROUPS || snapshot != null) {
            throw new IllegalArgumentException("There is no newest entry of a group in this view of " + family);
        }
        return Optional.ofNullable(recent.find(family, group, () -> first(family, group)));
    }

    private @Nullable Entry first(Family family, byte[] group) {
        byte[] last = Arrays.copyOf(group, group.length + Long.BYTES + 1);
        Arrays.fill(last, group.length, last.length, (byte) 0xff);
        try (Cursor cursor = cursor(family, group, last)) {
            cursor.first();
            return cursor.valid() ? new Entry(cursor.key(), cursor.value()) : null;
        }
    }

    private byte @Nullable [] read(Family family, byte[] key) {
        try {
            return database.rocks().get(database.handles().of(family), options, key);
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.CORRUPT, "The store could not be read", failure);
        }
    }

    @Override
    public List<byte @Nullable []> getAll(Family family, List<byte[]> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        try {
            return database.rocks()
                    .multiGetAsList(
                            options,
                            Collections.nCopies(keys.size(), database.handles().of(family)),
                            keys);
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.CORRUPT, "The store could not be read", failure);
        }
    }

    @Override
    public Cursor cursor(Family family, byte[] from, byte[] to) {
        Slice upperBound = new Slice(to);
        ReadOptions bounded = new ReadOptions().setIterateUpperBound(upperBound);
        if (snapshot != null) {
            bounded.setSnapshot(snapshot);
        }
        return new Cursor(
                from, to, database.rocks().newIterator(database.handles().of(family), bounded), bounded, upperBound);
    }

    @Override
    public void close() {
        if (snapshot != null) {
            options.close();
            database.rocks().releaseSnapshot(snapshot);
        }
        lease.unlock();
    }
}
