package io.pfsgateway.pfs.model;

/**
 * One part of a composed file: how many bytes it has, their SHA-256, and whatever the caller noted of it, which is opaque here.
 */
public record Part(long size, Sha256 hash, Bytes note) {
    public Part {
        if (size < 0) {
            throw new IllegalArgumentException("A part cannot have " + size + " bytes");
        }
    }
}
