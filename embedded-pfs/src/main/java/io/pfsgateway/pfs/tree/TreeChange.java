package io.pfsgateway.pfs.tree;

import java.util.Optional;

/**
 * One path's change from a version of the map to the next: its new value, or nothing where the path is removed. Removing a path that
 * is absent is no error. The arrays are taken as they are, not copied, and must not be changed afterwards.
 */
@SuppressWarnings("ArrayRecordComponent") // A value for handing over bytes; nobody compares two of them.
public record TreeChange(byte[] path, Optional<byte[]> value) {
    public static TreeChange put(byte[] path, byte[] value) {
        return new TreeChange(path, Optional.of(value));
    }

    public static TreeChange remove(byte[] path) {
        return new TreeChange(path, Optional.empty());
    }
}
