package io.pfsgateway.pfs.model;

/** A staged part that a file is to be composed of, and what is to be noted of it there. */
public record PartSource(ContentId staged, Bytes note) {}
