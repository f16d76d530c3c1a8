package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
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

    @Override
    public Optional<Entry> newest(Family family, byte[] group) {
        if (family.memory() != Family.Memory.OF_GROUPS || snapshot != null) {
            throw new IllegalArgumentException("There is no newest entry of a group in this view of " + family);
        }
        return Optional.ofNullable(recent.find(family, group, () -> Groups.first(this::cursor, family, group)));
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
        return database.cursor(family, from, to, snapshot);
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
