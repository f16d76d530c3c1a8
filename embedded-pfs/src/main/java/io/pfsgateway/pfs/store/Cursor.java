package io.pfsgateway.pfs.store;

import io.pfsgateway.pfs.model.FailureKind;
import io.pfsgateway.pfs.model.PfsException;
import java.util.Arrays;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * Walks a range of keys in order. A seek outside the range lands on its first key or past its last. Not safe for more
 * than one thread.
 */
public final class Cursor implements AutoCloseable {
    private final byte[] from;
    private final byte[] to;
    private final RocksIterator iterator;
    private final ReadOptions options;
    private final Slice upperBound;

    Cursor(byte[] from, byte[] to, RocksIterator iterator, ReadOptions options, Slice upperBound) {
        this.from = from;
        this.to = to;
        this.iterator = iterator;
        this.options = options;
        this.upperBound = upperBound;
    }

    /** Moves to the first key of the range. */
    public void first() {
        iterator.seek(from);
    }

    /** Moves to the first key at or after the given one. */
    public void seek(byte[] key) {
        iterator.seek(Arrays.compareUnsigned(key, from) < 0 ? from : key);
    }

    /** Moves to the last key at or before the given one. */
    public void seekBack(byte[] key) {
        iterator.seekForPrev(key);
    }

    public void next() {
        iterator.next();
    }

    public void previous() {
        iterator.prev();
    }

    /** Whether the cursor is on a key; the store's own failures come out here. */
    public boolean valid() {
        if (!iterator.isValid()) {
            requireSound();
            return false;
        }
        byte[] key = iterator.key();
        return Arrays.compareUnsigned(key, to) < 0 && Arrays.compareUnsigned(key, from) >= 0;
    }

    /** Whether the cursor is on exactly this key, which lies in the range. */
    public boolean isAt(byte[] key) {
        return iterator.isValid() && Arrays.equals(iterator.key(), key);
    }

    private void requireSound() {
        try {
            iterator.status();
        } catch (RocksDBException failure) {
            throw new PfsException(FailureKind.CORRUPT, "The store could not be read", failure);
        }
    }

    public byte[] key() {
        return iterator.key();
    }

    public byte[] value() {
        return iterator.value();
    }

    @Override
    public void close() {
        iterator.close();
        options.close();
        upperBound.close();
    }
}
