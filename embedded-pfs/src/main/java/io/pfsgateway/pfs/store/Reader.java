package io.pfsgateway.pfs.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads keys of the store. Keys are compared as unsigned bytes. */
public interface Reader {
    /** The value of the key, or null where there is none. */
    byte @Nullable [] get(Family family, byte[] key);

    /** The values of several keys in their order, null where there is none. It is faster than one after the other. */
    List<byte @Nullable []> getAll(Family family, List<byte[]> keys);

    /**
     * The first entry of a group: of all keys that begin with it and have eight bytes more. Only a reader of the latest state
     * knows it, and only of a family that is {@linkplain Family.Memory#OF_GROUPS remembered so}.
     */
    Optional<Entry> newest(Family family, byte[] group);

    /**
     * A cursor over the keys at or after {@code from} and before {@code to}, not yet on any of them. The caller closes it.
     */
    Cursor cursor(Family family, byte[] from, byte[] to);
}
