package io.pfsgateway.domain.bucket;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.BucketFailure;
import java.util.List;
import java.util.Optional;

/**
 * A bucket as S3 names it: {@code [commit.][branch.]repo[.project]}. One that names a commit is that commit, read-only.
 * The branch defaults to {@code master}, the project to {@code default}; two parts are always branch and repository.
 */
public record BucketName(BranchId branch, Optional<CommitId> commit) {
    private static final int MAX_PARTS = 3;

    /** The bucket of a branch's head. */
    public static BucketName of(BranchId branch) {
        return new BucketName(branch, Optional.empty());
    }

    /**
     * Reads a bucket's name.
     *
     * @throws BucketFailure when it is not one
     */
    public static BucketName parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        Optional<CommitId> commit = CommitId.tryParse(parts.get(0));
        List<String> named = commit.isPresent() ? parts.subList(1, parts.size()) : parts;
        if (named.isEmpty() || named.size() > MAX_PARTS || !areNames(named)) {
            throw BucketFailure.invalidName(text);
        }
        return new BucketName(branchOf(named), commit);
    }

    private static boolean areNames(List<String> parts) {
        for (String part : parts) {
            if (!NameRule.allows(part)) {
                return false;
            }
        }
        return true;
    }

    private static BranchId branchOf(List<String> named) {
        if (named.size() == 1) {
            return new BranchId(ProjectName.DEFAULT, new RepoName(named.get(0)), BranchName.DEFAULT);
        }
        ProjectName project = named.size() == MAX_PARTS ? new ProjectName(named.get(2)) : ProjectName.DEFAULT;
        return new BranchId(project, new RepoName(named.get(1)), new BranchName(named.get(0)));
    }

    /** What a read without a version id reads. */
    public CommitRef defaultRef() {
        return commit.map(CommitRef::to).orElse(CommitRef.HEAD);
    }

    /** Whether it names one commit, and so cannot be written to. */
    public boolean isReadOnly() {
        return commit.isPresent();
    }

    @Override
    public String toString() {
        return commit.map(id -> id + "." + branch.bucketName()).orElseGet(branch::bucketName);
    }
}
