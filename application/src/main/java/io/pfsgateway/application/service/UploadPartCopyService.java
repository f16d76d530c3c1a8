package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CopyObjectUseCase.Source;
import io.pfsgateway.application.port.in.UploadPartCopyUseCase;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.ContentStaging;
import io.pfsgateway.application.port.out.PinnedFile;
import io.pfsgateway.application.port.out.StagedContent;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.checksum.UploadChecksum;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ByteRange;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.upload.Upload;
import java.util.Optional;

/** Stages a stretch of an object as a part. The bytes are read only where the upload's checksum has to be computed of them. */
public final class UploadPartCopyService implements UploadPartCopyUseCase {
    private final OpenUploads uploads;
    private final CopySources sources;
    private final ContentStaging staging;
    private final PartRegistration registration;

    public UploadPartCopyService(
            BranchCatalog branches,
            UploadRegistry registry,
            CommitReader reader,
            ContentStaging staging,
            LastModifiedRule lastModified) {
        this.uploads = new OpenUploads(registry, branches);
        this.sources = new CopySources(reader, lastModified);
        this.staging = staging;
        this.registration = new PartRegistration(registry, staging);
    }

    @Override
    public Result uploadPartCopy(Command command) {
        Upload upload = uploads.requireToWrite(command.address());
        Admission.require(
                command.address().caller(), Right.READ, command.source().bucket());
        try (PinnedFile pinned = sources.open(command.source())) {
            return copy(command, upload, pinned);
        }
    }

    private Result copy(Command command, Upload upload, PinnedFile pinned) {
        Source source = command.source();
        ByteRange range = rangeWithin(command, pinned.version().sizeBytes());
        Optional<ContentChecksum> checksum = upload.checksum()
                .map(UploadChecksum::algorithm)
                .map(algorithm -> StretchChecksum.of(pinned, range, algorithm));
        StagedContent staged = staging.stageRange(
                upload.id().value(),
                new FileLocation(source.bucket().branch(), pinned.commit().id(), source.key()),
                range);
        return new Result(
                registration.register(upload.id(), command.number(), staged, checksum),
                Pinned.shownVersion(source.bucket(), source.version(), pinned));
    }

    private static ByteRange rangeWithin(Command command, long sizeBytes) {
        ByteRange range = command.range().orElse(ByteRange.whole(sizeBytes));
        if (range.offset() > sizeBytes || range.length() > sizeBytes - range.offset()) {
            throw KeyFailure.rangeNotSatisfiable(sizeBytes);
        }
        return range;
    }
}
