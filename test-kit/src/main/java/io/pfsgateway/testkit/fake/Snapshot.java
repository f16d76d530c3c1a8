package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything that there is at one moment; it never changes. */
record Snapshot(
        Set<ProjectName> projects, NavigableMap<BranchId, Branch> branches, NavigableMap<String, StagedFile> staged) {
    static final Snapshot EMPTY = new Snapshot(Set.of(ProjectName.DEFAULT), new TreeMap<>(), new TreeMap<>());

    Snapshot {
        projects = Set.copyOf(projects);
        branches = Collections.unmodifiableNavigableMap(new TreeMap<>(branches));
        staged = Collections.unmodifiableNavigableMap(new TreeMap<>(staged));
    }

    Branch branch(BranchId id) {
        return Optional.ofNullable(branches.get(id)).orElseThrow(() -> BucketFailure.noSuchBucket(id.bucketName()));
    }

    Commit commit(BranchId id, CommitRef ref) {
        return branch(id).head().resolve(ref).orElseThrow(() -> KeyFailure.noSuchVersion("", ref.toString()));
    }

    Snapshot withProject(ProjectName project) {
        Set<ProjectName> more = new HashSet<>(projects);
        more.add(project);
        return new Snapshot(more, branches, staged);
    }

    Snapshot withBranch(Branch branch) {
        NavigableMap<BranchId, Branch> more = new TreeMap<>(branches);
        more.put(branch.id(), branch);
        return new Snapshot(projects, more, staged);
    }

    Snapshot withoutBranch(BranchId id) {
        NavigableMap<BranchId, Branch> fewer = new TreeMap<>(branches);
        fewer.remove(id);
        return new Snapshot(projects, fewer, staged);
    }

    Snapshot withStaged(NavigableMap<String, StagedFile> others) {
        return new Snapshot(projects, branches, others);
    }
}
