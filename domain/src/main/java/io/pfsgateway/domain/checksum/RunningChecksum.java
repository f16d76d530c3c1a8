package io.pfsgateway.domain.checksum;

/** A checksum of the bytes seen so far. Not safe for use by several threads. */
public interface RunningChecksum {
    /** Takes in a run of bytes. */
    void update(byte[] bytes, int offset, int length);

    /** The checksum of all bytes so far, in network byte order; nothing may be taken in afterwards. */
    byte[] finish();
}
