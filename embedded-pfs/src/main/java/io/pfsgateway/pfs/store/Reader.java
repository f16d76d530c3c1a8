package io.pfsgateway.pfs.store;

import org.jspecify.annotations.Nullable;

/** Reads keys of the store. Keys are compared as unsigned bytes. */
public interface Reader {
    /** The value of the key, or null where there is none. */
    byte @Nullable [] get(Family family, byte[] key);

    /**
     * A cursor over the keys at or after {@code from} and before {@code to}, not yet on any of them. The caller closes it.
     */
    Cursor cursor(Family family, byte[] from, byte[] to);
}
