package io.pfsgateway.pfs.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads keys of the store. Keys are compared as unsigned bytes. */
public interface Reader {
    /** The value of the key, or null where there is none. */
    byte @Nullable [] get(Family family, byte[] key);

    /** The values of several keys in their order, null where there is none. It is faster than one after the other. */
    List<byte @Nullable []> getAll(Family family, List<byte[]> keys);

    /**
     * A cursor over the keys at or after {@code from} and before {@code to}, not yet on any of them. The caller closes it.
     */
    Cursor cursor(Family family, byte[] from, byte[] to);
}
