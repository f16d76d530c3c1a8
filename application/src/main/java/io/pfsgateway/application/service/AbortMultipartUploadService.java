package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.AbortMultipartUploadUseCase;
import io.pfsgateway.application.port.in.UploadAddress;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.UploadRegistry;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.upload.Upload;

/**
 * Ends uploads before they are completed. A completion that began earlier may still be on its way to its commit; letting the
 * parts go decides the race, since the commit needs them, and only then is looked whether it was made.
 */
public final class AbortMultipartUploadService implements AbortMultipartUploadUseCase {
    private final OpenUploads uploads;
    private final UploadClearance clearance;
    private final Committer committer;

    public AbortMultipartUploadService(
            BranchCatalog branches, UploadRegistry registry, UploadClearance clearance, Committer committer) {
        this.uploads = new OpenUploads(registry, branches);
        this.clearance = clearance;
        this.committer = committer;
    }

    @Override
    public void abortMultipartUpload(UploadAddress address) {
        Upload upload = uploads.requireToWrite(address);
        boolean ended = clearance.clear(upload.id());
        boolean completed = committer
                .assembled(upload.branch(), upload.key(), upload.id().value())
                .isPresent();
        if (!ended || completed) {
            throw UploadFailure.noSuchUpload(address.uploadId());
        }
    }
}
