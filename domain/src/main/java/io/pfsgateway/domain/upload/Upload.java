package io.pfsgateway.domain.upload;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said when an upload was begun.
 *
 * @param attributes what is to be kept with the object; it has no checksums yet
 * @param checksum the checksum that each part and the object are to have, where one was announced
 */
public record Upload(
        UploadId id,
        BranchId branch,
        ObjectKey key,
        ObjectAttributes attributes,
        Optional<UploadChecksum> checksum,
        Instant begunAt) {}
