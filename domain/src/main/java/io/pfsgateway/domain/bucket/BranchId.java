package io.pfsgateway.domain.bucket;

import java.util.Comparator;

/**
 * A branch, named in full. Its order is that of listings: project, repository, branch, each by its bytes. Rights are
 * decided on its canonical name, {@code branch.repo.project}.
 */
public record BranchId(ProjectName project, RepoName repo, BranchName branch) implements Comparable<BranchId> {
    private static final Comparator<BranchId> ORDER = Comparator.comparing((BranchId id) -> id.project.value())
            .thenComparing(id -> id.repo.value())
            .thenComparing(id -> id.branch.value());

    /** A branch of a repository of the default project. */
    public static BranchId of(String branch, String repo) {
        return new BranchId(ProjectName.DEFAULT, new RepoName(repo), new BranchName(branch));
    }

    /** All three parts, whatever the project. */
    public String canonicalName() {
        return branch + "." + repo + "." + project;
    }

    /** The name that listings show: without the project where it is the default one. */
    public String bucketName() {
        return project.equals(ProjectName.DEFAULT) ? branch + "." + repo : canonicalName();
    }

    @Override
    public int compareTo(BranchId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return canonicalName();
    }
}
