package io.pfsgateway.domain.file;

import io.pfsgateway.domain.checksum.ContentChecksum;
import java.util.Optional;

/** A part of a file that was assembled: how long it is, and the checksum that was verified when it was uploaded. */
public record FilePart(long sizeBytes, Optional<ContentChecksum> checksum) {}
