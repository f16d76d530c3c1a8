package io.pfsgateway.application.service;

import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.FailureKind;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes a staged content a part of an upload. The bytes are durable before they are recorded, and what a part replaces goes
 * only after that, so that every recorded part has its bytes, whatever stops this half way.
 */
final class PartRegistration {
    private final UploadRegistry registry;
    private final ContentStaging staging;

    PartRegistration(UploadRegistry registry, ContentStaging staging) {
        this.registry = registry;
        this.staging = staging;
    }

    UploadPart register(UploadId id, PartNumber number, StagedContent staged, Optional<ContentChecksum> checksum) {
        UploadPart part = new UploadPart(
                number,
                staged.sizeBytes(),
                staged.hash(),
                checksum,
                staged.stagedAt().truncatedTo(ChronoUnit.MILLIS));
        put(id, new RegisteredPart(part, staged.id())).ifPresent(replaced -> staging.release(List.of(replaced)));
        return part;
    }

    private Optional<StagedContentId> put(UploadId id, RegisteredPart part) {
        try {
            return registry.putPart(id, part);
        } catch (UploadFailure failure) {
            // The upload has ended while the bytes came: nobody else knows of them.
            if (failure.kind() == FailureKind.NO_SUCH_UPLOAD) {
                staging.release(List.of(part.content()));
            }
            throw failure;
        }
    }
}
