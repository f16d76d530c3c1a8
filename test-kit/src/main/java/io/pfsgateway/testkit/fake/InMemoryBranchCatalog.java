package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.failure.BucketFailure;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Branches by name. A new one begins with an empty commit, so that it has a head. */
final class InMemoryBranchCatalog implements BranchCatalog {
    private final Snapshots snapshots;

    InMemoryBranchCatalog(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Creation create(BranchId branch) {
        return snapshots.step(snapshot -> {
            if (!snapshot.projects().contains(branch.project())) {
                throw BucketFailure.noSuchBucket(branch.bucketName());
            }
            if (snapshot.branches().containsKey(branch)) {
                return new Snapshots.Step<>(snapshot, Creation.ALREADY_THERE);
            }
            Branch made = new Branch(new BranchInfo(branch, snapshots.now()), snapshots.firstCommit());
            return new Snapshots.Step<>(snapshot.withBranch(made), Creation.CREATED);
        });
    }

    @Override
    public void delete(BranchId branch) {
        snapshots.change(
                snapshot -> snapshot.withoutBranch(snapshot.branch(branch).id()));
    }

    @Override
    public Optional<BranchInfo> find(BranchId branch) {
        return Optional.ofNullable(snapshots.newest().branches().get(branch)).map(Branch::info);
    }

    @Override
    public List<BranchInfo> list(Optional<BranchId> after, int limit) {
        NavigableMap<BranchId, Branch> all = snapshots.newest().branches();
        NavigableMap<BranchId, Branch> rest =
                after.map(id -> all.tailMap(id, false)).orElse(all);
        return rest.values().stream().limit(limit).map(Branch::info).toList();
    }
}
