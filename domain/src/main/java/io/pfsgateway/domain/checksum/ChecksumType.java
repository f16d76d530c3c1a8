package io.pfsgateway.domain.checksum;

/** What a checksum of an object that was uploaded in parts is taken of. */
public enum ChecksumType {
    /** The parts' checksums, one after the other. */
    COMPOSITE,
    /** The object's bytes. */
    FULL_OBJECT
}
