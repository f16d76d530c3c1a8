package io.pfsgateway.pfs.model;

/**
 * A branch of a repository of a project. Its canonical form is {@code branch.repo.project}, which is also the order in
 * which branches are listed. A commit id is refused as a name, since no reader could tell the two apart.
 */
public record BranchName(String project, String repo, String branch) implements Comparable<BranchName> {
    public BranchName {
        RepoName.requirePart(project);
        RepoName.requirePart(repo);
        RepoName.requirePart(branch);
        if (CommitId.matches(branch)) {
            throw new IllegalArgumentException("A branch cannot be named like a commit: " + branch);
        }
    }

    public static BranchName parse(String canonical) {
        String[] parts = canonical.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not of the form branch.repo.project: " + canonical);
        }
        return new BranchName(parts[2], parts[1], parts[0]);
    }

    public RepoName repository() {
        return new RepoName(project, repo);
    }

    public String canonical() {
        return branch + "." + repo + "." + project;
    }

    @Override
    public int compareTo(BranchName other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return canonical();
    }
}
