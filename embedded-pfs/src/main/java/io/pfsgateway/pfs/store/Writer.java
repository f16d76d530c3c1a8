package io.pfsgateway.pfs.store;

/** Writes keys of the store. */
public interface Writer {
    void put(Family family, byte[] key, byte[] value);

    /** Deletes the key if it is there. */
    void delete(Family family, byte[] key);
}
