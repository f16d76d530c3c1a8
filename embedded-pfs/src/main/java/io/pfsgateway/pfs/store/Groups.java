package io.pfsgateway.pfs.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks for the first entry of a group, which is all keys that begin with it and have eight bytes more. */
final class Groups {
    private Groups() {}

    /** Whatever opens cursors over a family. */
    @FunctionalInterface
    interface Cursors {
        Cursor open(Family family, byte[] from, byte[] to);
    }

    static @Nullable Entry first(Cursors cursors, Family family, byte[] group) {
        byte[] last = Arrays.copyOf(group, group.length + Long.BYTES + 1);
        Arrays.fill(last, group.length, last.length, (byte) 0xff);
        try (Cursor cursor = cursors.open(family, group, last)) {
            cursor.first();
            return cursor.valid() ? new Entry(cursor.key(), cursor.value()) : null;
        }
    }
}
