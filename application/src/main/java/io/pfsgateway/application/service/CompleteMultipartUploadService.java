package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.CompleteMultipartUploadUseCase;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.RegisteredPart;
import io.pfsgateway.application.port.out.UploadBookkeeping;
import io.pfsgateway.application.port.out.UploadEndings;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.checksum.ContentChecksum;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.upload.Upload;
import io.pfsgateway.domain.upload.UploadId;
import io.pfsgateway.domain.upload.UploadPart;
import java.util.List;
import java.util.Optional;

/**
 * Completes uploads. The commit carries the upload's id and decides: whoever comes again, at the same time or after a lost
 * answer, is told of that commit. That a completion is tried is recorded before, so that a crash between commit and bookkeeping
 * is found.
 */
public final class CompleteMultipartUploadService implements CompleteMultipartUploadUseCase {
    private final OpenUploads uploads;
    private final UploadEndings endings;
    private final UploadClearance clearance;
    private final Committer committer;

    public CompleteMultipartUploadService(
            BranchCatalog branches, UploadBookkeeping bookkeeping, UploadClearance clearance, Committer committer) {
        this.uploads = new OpenUploads(bookkeeping.registry(), branches);
        this.endings = bookkeeping.endings();
        this.clearance = clearance;
        this.committer = committer;
    }

    @Override
    public Result completeMultipartUpload(Command command) {
        UploadAddress address = command.address();
        BranchId branch = Admission.toChange(address.caller(), Right.WRITE, address.bucket());
        Optional<Upload> upload = uploads.find(branch, address);
        Optional<List<RegisteredPart>> parts = upload.map(Upload::id).flatMap(endings::tryCompletion);
        return parts.isPresent()
                ? complete(command, upload.orElseThrow(), parts.get())
                : completedBefore(branch, address);
    }

    private Result complete(Command command, Upload upload, List<RegisteredPart> registered) {
        UploadId id = upload.id();
        ChosenParts chosen = ChosenParts.of(id, command.parts(), registered);
        List<UploadPart> parts =
                chosen.parts().stream().map(RegisteredPart::part).toList();
        requireSize(command.expected(), chosen.sizeBytes());
        List<ContentChecksum> checksums =
                WholeChecksum.of(upload, parts, command.expected()).stream().toList();
        ObjectAttributes attributes = upload.attributes().withChecksums(checksums);
        CommittedFile file = committer.assemble(
                id.value(),
                chosen.sources(),
                new FileTarget(upload.branch(), upload.key(), attributes, command.condition()));
        return new Result(file.version(), file.commit(), clearAway(id));
    }

    private static void requireSize(Expected expected, long sizeBytes) {
        if (expected.sizeBytes().isPresent() && expected.sizeBytes().getAsLong() != sizeBytes) {
            throw RequestFailure.invalidRequest(
                    "x-amz-mp-object-size",
                    "The provided 'x-amz-mp-object-size' header value "
                            + expected.sizeBytes().getAsLong() + " does not match what was computed: " + sizeBytes);
        }
    }

    /** The commit is there: nothing that happens now may make the answer any other. */
    private Optional<RuntimeException> clearAway(UploadId id) {
        try {
            clearance.clear(id);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private Result completedBefore(BranchId branch, UploadAddress address) {
        return UploadId.tryParse(address.uploadId())
                .flatMap(id -> committer.assembled(branch, address.key(), id.value()))
                .map(file -> new Result(file.version(), file.commit(), Optional.empty()))
                .orElseThrow(() -> uploads.missing(branch, address));
    }
}
