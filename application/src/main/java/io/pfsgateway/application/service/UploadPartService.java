package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.in.UploadPartUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PendingStagedContent;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.upload.PartNumber;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadPart;
import java.io.IOException;
import java.util.Optional;

/** Stages the bytes of a part, and records it once their end was read. */
public final class UploadPartService implements UploadPartUseCase {
    private final OpenUploads uploads;
    private final ContentStaging staging;
    private final PartRegistration registration;

    public UploadPartService(BranchCatalog branches, UploadRegistry registry, ContentStaging staging) {
        this.uploads = new OpenUploads(registry, branches);
        this.staging = staging;
        this.registration = new PartRegistration(registry, staging);
    }

    @Override
    public Optional<ChecksumAlgorithm> admit(UploadAddress address) {
        return uploads.requireToWrite(address).checksum().map(UploadChecksum::algorithm);
    }

    @Override
    public UploadPart uploadPart(UploadAddress address, PartNumber number, UploadBody body) throws IOException {
        Upload upload = uploads.requireToWrite(address);
        try (PendingStagedContent pending = staging.begin(upload.id().value(), body.sizeBytes())) {
            BodyTransfer.transfer(body, pending);
            Optional<ContentChecksum> checksum = body.checksums().stream().findFirst();
            requireAnnounced(upload, checksum);
            StagedContent staged = pending.stage(body.announcedSha256());
            return registration.register(upload.id(), number, staged, checksum);
        }
    }

    private static void requireAnnounced(Upload upload, Optional<ContentChecksum> checksum) {
        Optional<ChecksumAlgorithm> announced = upload.checksum().map(UploadChecksum::algorithm);
        Optional<ChecksumAlgorithm> found = checksum.map(ContentChecksum::algorithm);
        if (announced.isPresent() && !announced.equals(found)) {
            throw RequestFailure.invalidRequest(
                    "checksum",
                    "Checksum Type mismatch occurred, expected checksum Type: "
                            + announced.get()
                            + ", actual checksum Type: "
                            + found.map(ChecksumAlgorithm::name).orElse("null"));
        }
    }
}
