package io.pfsgateway.pfs.tree;

import java.util.Optional;

/**
 * Walks changes that came after some version of the map, one per path, the newest that counts, in ascending unsigned byte order.
 * Implemented by whoever keeps the changes; {@link OverlayCursor} calls the other methods only while {@link #valid()}.
 */
public interface ChangeCursor {
    /** Goes to the first changed path at or after this one, in either direction. */
    void seek(byte[] path);

    boolean valid();

    byte[] path();

    /** The path's value after the change; nothing where the path was removed. */
    Optional<byte[]> value();

    void next();
}
