package com.example.folderfs;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import java.util.List;
import java.util.Optional;

/** The sub-folders of the root as branches. */
final class FolderBranchCatalog implements BranchCatalog {
    private final Folder folder;

    FolderBranchCatalog(Folder folder) {
        this.folder = folder;
    }

    @Override
    public Creation create(BranchId branch) {
        if (find(branch).isPresent()) {
            return Creation.ALREADY_THERE;
        }
        throw BucketFailure.readOnlyFileSystem(branch.bucketName());
    }

    @Override
    public void delete(BranchId branch) {
        folder.require(branch);
        throw BucketFailure.readOnlyFileSystem(branch.bucketName());
    }

    @Override
    public Optional<BranchInfo> find(BranchId branch) {
        return folder.createdAt(branch).map(createdAt -> new BranchInfo(branch, createdAt));
    }

    @Override
    public List<BranchInfo> list(Optional<BranchId> after, int limit) {
        return folder.names().stream()
                .sorted()
                .filter(branch -> after.isEmpty() || branch.compareTo(after.get()) > 0)
                .flatMap(branch -> find(branch).stream())
                .limit(limit)
                .toList();
    }
}
