package io.pfsgateway.application.port.out;

/** The two roles of one store of file attributes, as an adapter hands them out. */
public record FileAttributeBookkeeping(FileAttributeStore store, FileAttributeRemoval removal) {}
