package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.branch.Branches;
import io.pfsgateway.pfs.branch.RepoInfo;
import io.pfsgateway.pfs.branch.Repos;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.RepoName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine's branches. A name in the shape of a commit id is refused, since a bucket's name could not tell the two apart. A page
 * reads every branch of each repository that it touches.
 */
final class EmbeddedBranchCatalog implements BranchCatalog {
    private final Branches branches;
    private final Repos repos;

    EmbeddedBranchCatalog(EmbeddedPfs engine) {
        this.branches = engine.branches();
        this.repos = engine.repos();
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
        return EngineFailures.translating(Subject.NONE, () -> {
            List<BranchInfo> page = new ArrayList<>();
            Optional<RepoName> repo = after.filter(EngineWords::canBeMade)
                    .map(EngineWords::branch)
                    .map(BranchName::repository);
            repo.ifPresent(own -> add(page, own, after, limit));
            List<RepoInfo> next = repos.list(repo, limit);
            while (page.size() < limit && !next.isEmpty()) {
                next.forEach(info -> add(page, info.name(), after, limit));
                next = repos.list(Optional.of(next.get(next.size() - 1).name()), limit);
            }
            return page;
        });
    }

    private void add(List<BranchInfo> page, RepoName repo, Optional<BranchId> after, int limit) {
        if (page.size() < limit) {
            branches.ofRepo(repo).stream()
                    .map(EmbeddedBranchCatalog::info)
                    .filter(info -> after.isEmpty() || info.id().compareTo(after.get()) > 0)
                    .limit(limit - page.size())
                    .forEach(page::add);
        }
    }

    private static BranchInfo info(io.pfsgateway.pfs.branch.BranchInfo info) {
        return new BranchInfo(EngineWords.branchId(info.name()), info.created());
    }
}
