package io.pfsgateway.domain.file;

/** A verified checksum of an object's whole content, in base64 as S3 writes it. */
public record ContentChecksum(ChecksumAlgorithm algorithm, String base64) {}
