package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Writes that go together and need not be forced: if a crash takes them, they are made again. Only what can be derived
 * from forced writes belongs here.
 */
public final class Batch implements Writer, AutoCloseable {
    private final Handles handles;
    private final WriteBatch batch = new WriteBatch();

    Batch(Handles handles) {
        this.handles = handles;
    }

    @Override
    public void put(Family family, byte[] key, byte[] value) {
        try {
            batch.put(handles.of(family), key, value);
        } catch (RocksDBException failure) {
            throw unwritable(failure);
        }
    }

    @Override
    public void delete(Family family, byte[] key) {
        try {
            batch.delete(handles.of(family), key);
        } catch (RocksDBException failure) {
            throw unwritable(failure);
        }
    }

    /** Deletes the keys at or after {@code from} and before {@code to}, however many there are, at the cost of one. */
    public void deleteRange(Family family, byte[] from, byte[] to) {
        try {
            batch.deleteRange(handles.of(family), from, to);
        } catch (RocksDBException failure) {
            throw unwritable(failure);
        }
    }

    WriteBatch batch() {
        return batch;
    }

    private static PfsException unwritable(RocksDBException failure) {
        return new PfsException(FailureKind.UNAVAILABLE, "The store takes no writes", failure);
    }

    @Override
    public void close() {
        batch.close();
    }
}
