package io.pfsgateway.pfs.store;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.rocksdb.ColumnFamilyHandle;

/** The native handles of the families of one opened database. */
final class Handles implements AutoCloseable {
    private final List<ColumnFamilyHandle> opened;
    private final Map<Family, ColumnFamilyHandle> handles = new EnumMap<>(Family.class);

    /** The handles come as the families were named on opening: the database's own first, then ours in their order. */
    Handles(List<ColumnFamilyHandle> opened) {
        this.opened = opened;
        Iterator<ColumnFamilyHandle> ours = opened.listIterator(1);
        for (Family family : Family.values()) {
            handles.put(family, ours.next());
        }
    }

    ColumnFamilyHandle of(Family family) {
        ColumnFamilyHandle handle = handles.get(family);
        if (handle == null) {
            throw new IllegalStateException("No handle for " + family);
        }
        return handle;
    }

    @Override
    public void close() {
        opened.forEach(ColumnFamilyHandle::close);
    }
}
