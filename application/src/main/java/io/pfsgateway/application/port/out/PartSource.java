package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.checksum.ContentChecksum;
import java.util.Optional;

/** A staged content that is to become a part of a file, and the checksum that is kept with the part. */
public record PartSource(StagedContentId content, Optional<ContentChecksum> checksum) {}
