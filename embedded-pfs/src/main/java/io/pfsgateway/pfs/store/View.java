package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Collections;
import java.util.List;
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
    private final ReadOptions options = new ReadOptions();

    private View(Database database, Lock lease, @Nullable Snapshot snapshot) {
        this.database = database;
        this.lease = lease;
        this.snapshot = snapshot;
        if (snapshot != null) {
            options.setSnapshot(snapshot);
        }
    }

    static View latest(Database database, Lock lease) {
        return new View(database, lease, null);
    }

    static View frozen(Database database, Lock lease) {
        return new View(database, lease, database.rocks().getSnapshot());
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
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
        options.close();
        if (snapshot != null) {
            database.rocks().releaseSnapshot(snapshot);
        }
        lease.unlock();
    }
}
