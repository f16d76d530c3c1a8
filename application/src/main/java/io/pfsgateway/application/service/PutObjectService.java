package io.pfsgateway.application.service;

import io.pfsgateway.application.port.in.PutObjectUseCase;
import io.pfsgateway.application.port.in.UploadBody;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.access.Caller;
import io.pfsgateway.domain.access.Right;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BucketName;
import io.pfsgateway.domain.failure.BucketFailure;
import java.io.IOException;

/** Streams a body into the file system, and commits it once its end was read. */
public final class PutObjectService implements PutObjectUseCase {
    private final BranchCatalog branches;
    private final Committer committer;

    public PutObjectService(BranchCatalog branches, Committer committer) {
        this.branches = branches;
        this.committer = committer;
    }

    @Override
    public void admit(Caller caller, BucketName bucket) {
        BranchId branch = Admission.toChange(caller, Right.WRITE, bucket);
        if (!branches.isExpected(branch)) {
            throw BucketFailure.noSuchBucket(bucket.toString());
        }
    }

    @Override
    public Result putObject(Command command) throws IOException {
        BranchId branch = Admission.toChange(command.caller(), Right.WRITE, command.bucket());
        UploadBody body = command.body();
        try (PendingFile pending = committer.begin(branch, command.key(), body.sizeBytes())) {
            BodyTransfer.transfer(body, pending);
            CommittedFile committed = pending.commit(
                    command.attributes().withChecksums(body.checksums()), command.condition(), body.announcedSha256());
            return new Result(committed.version(), committed.commit());
        }
    }
}
