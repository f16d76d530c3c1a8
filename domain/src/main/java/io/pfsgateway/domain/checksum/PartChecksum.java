package io.pfsgateway.domain.checksum;

/** The checksum of a part, and how long the part is. */
public record PartChecksum(ContentChecksum checksum, long sizeBytes) {}
