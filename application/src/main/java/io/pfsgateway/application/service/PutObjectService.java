package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.PendingContent;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.BucketFailure;
import java.io.IOException;
import java.io.InputStream;

/** Streams a body into the file system through one buffer, and commits it once its end was read. */
public final class PutObjectService implements PutObjectUseCase {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final BranchCatalog branches;
    private final Committer committer;

    public PutObjectService(BranchCatalog branches, Committer committer) {
        this.branches = branches;
        this.committer = committer;
    }

    @Override
    public void admit(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.WRITE, bucket);
        if (branches.find(branch).isEmpty()) {
            throw BucketFailure.noSuchBucket(bucket.toString());
        }
    }

    @Override
    public Result putObject(Command command) throws IOException {
        BranchId branch = Admission.toChange(command.caller(), Right.WRITE, command.bucket());
        UploadBody body = command.body();
        try (PendingFile pending = committer.begin(branch, command.key(), body.sizeBytes())) {
            transfer(body.stream(), pending);
            CommittedFile committed = pending.commit(
                    command.attributes().withChecksums(body.checksums()), command.condition(), body.announcedSha256());
            return new Result(committed.version(), committed.commit());
        }
    }

    private static void transfer(InputStream from, PendingContent to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            to.write(buffer, 0, count);
        }
    }
}
