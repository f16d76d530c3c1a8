package io.pfsgateway.pfs.model;

/** One part of a composed file: how many bytes it has, and their SHA-256. */
public record Part(long size, Sha256 hash) {
    public Part {
        if (size < 0) {
            throw new IllegalArgumentException("A part cannot have " + size + " bytes");
        }
    }
}
