package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.pfs.branch.Branches;
import java.util.List;
import java.util.Optional;

/** The engine's branches. A name in the shape of a commit id is refused, since a bucket's name could not tell the two apart. */
final class EmbeddedBranchCatalog implements BranchCatalog {
    private final Branches branches;

    EmbeddedBranchCatalog(Branches branches) {
        this.branches = branches;
    }

    @Override
    public Creation create(BranchId branch) {
        if (!EngineWords.canBeMade(branch)) {
            throw BucketFailure.invalidName(branch.bucketName());
        }
        return EngineFailures.translating(
                Subject.of(branch), () -> switch (branches.create(EngineWords.branch(branch))) {
                    case CREATED -> Creation.CREATED;
                    case EXISTED -> Creation.ALREADY_THERE;
                });
    }

    @Override
    public void delete(BranchId branch) {
        EngineFailures.translating(Subject.of(branch), () -> branches.delete(EngineWords.branch(branch), true));
    }

    @Override
    public Optional<BranchInfo> find(BranchId branch) {
        if (!EngineWords.canBeMade(branch)) {
            return Optional.empty();
        }
        return EngineFailures.translating(
                Subject.of(branch),
                () -> branches.find(EngineWords.branch(branch)).map(EmbeddedBranchCatalog::info));
    }

    @Override
    public List<BranchInfo> list(Optional<BranchId> after, int limit) {
        String project = after.map(id -> id.project().value()).orElse("");
        String repo = after.map(id -> id.repo().value()).orElse("");
        String branch = after.map(id -> id.branch().value()).orElse("");
        return EngineFailures.translating(
                Subject.NONE,
                () -> branches.listAfter(project, repo, branch, limit).stream()
                        .map(EmbeddedBranchCatalog::info)
                        .toList());
    }

    private static BranchInfo info(io.pfsgateway.pfs.branch.BranchInfo info) {
        return new BranchInfo(EngineWords.branchId(info.name()), info.created());
    }
}
