package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.store.Cursor;
import io.pfsgateway.pfs.store.Entry;
import io.pfsgateway.pfs.store.Family;
import io.pfsgateway.pfs.store.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes reads on, and counts them. */
final class CountingReader implements Reader {
    private final Reader reader;
    int keys;
    int cursors;

    CountingReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        keys++;
        return reader.get(family, key);
    }

    @Override
    public List<byte @Nullable []> getAll(Family family, List<byte[]> wanted) {
        keys += wanted.size();
        return reader.getAll(family, wanted);
    }

    @Override
    public Optional<Entry> newest(Family family, byte[] group) {
        keys++;
        return reader.newest(family, group);
    }

    @Override
    public Cursor cursor(Family family, byte[] from, byte[] to) {
        cursors++;
        return reader.cursor(family, from, to);
    }
}
