package io.pfsgateway.pfs.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A branch of a repository of a project. Its canonical form is {@code branch.repo.project}, which is also the order in
 * which branches are listed. A commit id is refused as a name, since no reader could tell the two apart. A name with a plus is
 * the engine's own, for what an open commit holds: it is not listed, and no caller's name has one.
 */
public record BranchName(String project, String repo, String branch) implements Comparable<BranchName> {
    private static final Pattern WORK = Pattern.compile("\\+([0-9a-f]{32})\\+([A-Za-z0-9_-]{1,255})");

    public BranchName {
        RepoName.requirePart(project);
        RepoName.requirePart(repo);
        if (!WORK.matcher(branch).matches()) {
            RepoName.requirePart(branch);
        }
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

    /** The branch that holds what a commit changes while it is open on this one. */
    public BranchName workOf(CommitId open) {
        return new BranchName(project, repo, "+" + open + "+" + branch);
    }

    /** Whether this is what an open commit holds. */
    public boolean isWork() {
        return branch.startsWith("+");
    }

    /** The commit that is open, where this is what it holds. */
    public Optional<CommitId> openCommit() {
        return work(1).map(CommitId::parse);
    }

    /** The branch that the commit is open on, where this is what it holds. */
    public Optional<BranchName> openOn() {
        return work(2).map(name -> new BranchName(project, repo, name));
    }

    private Optional<String> work(int group) {
        Matcher parts = WORK.matcher(branch);
        return parts.matches() ? Optional.of(parts.group(group)) : Optional.empty();
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
