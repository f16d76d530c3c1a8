package io.pfsgateway.domain.upload;

import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import java.time.Instant;
import java.util.Optional;

/** A part that has been uploaded, as a client may see it. */
public record UploadPart(
        PartNumber number, long sizeBytes, ContentHash hash, Optional<ContentChecksum> checksum, Instant uploadedAt) {
    /** The least size of a part that is not the last, in bytes. */
    public static final long MIN_SIZE_BYTES = 5L << 20;

    /** The part's entity tag. */
    public EntityTag etag() {
        return EntityTag.single(hash);
    }
}
