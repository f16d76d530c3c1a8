package com.example.folderfs;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Refuses every change with {@code READ_ONLY_BUCKET}, which S3 clients are told as AccessDenied and do not try again. */
final class RefusingCommitter implements Committer {
    private final Folder folder;

    RefusingCommitter(Folder folder) {
        this.folder = folder;
    }

    @Override
    public PendingFile begin(BranchId branch, ObjectKey key, OptionalLong sizeBytes) {
        throw refusal(branch);
    }

    @Override
    public CommittedFile copy(FileLocation source, FileTarget target) {
        throw refusal(target.branch());
    }

    @Override
    public DeletionResult delete(BranchId branch, List<Deletion> deletions) {
        throw refusal(branch);
    }

    @Override
    public Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token) {
        return Optional.empty();
    }

    @Override
    public CommittedFile assemble(String token, List<PartSource> parts, FileTarget target) {
        throw refusal(target.branch());
    }

    private BucketFailure refusal(BranchId branch) {
        folder.require(branch);
        return BucketFailure.readOnlyFileSystem(branch.bucketName());
    }
}
