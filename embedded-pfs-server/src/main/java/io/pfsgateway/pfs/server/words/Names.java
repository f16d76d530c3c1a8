package io.pfsgateway.pfs.server.words;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.model.RepoName;
import io.pfsgateway.pfs.protocol.Branch;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.Project;
import io.pfsgateway.pfs.protocol.Repo;
import java.util.regex.Pattern;

/** Names as requests give them. A project that is left out is the default one, and a type that is left out is "user". */
public final class Names {
    private static final String USER = "user";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private Names() {}

    public static String project(Project project) {
        return project.getName().isEmpty() ? RepoName.DEFAULT_PROJECT : project.getName();
    }

    /** A repository that is to be there: one that cannot be is not found. */
    public static RepoName repo(Repo repo) {
        String project = project(repo.getProject());
        if (repo.getName().isEmpty()) {
            throw Refusals.invalid("repo must be specified");
        }
        boolean possible = isUsers(repo) && isName(project) && isName(repo.getName());
        if (!possible) {
            throw Refusals.repoNotFound(project, repo.getName() + (isUsers(repo) ? "" : "." + repo.getType()));
        }
        return new RepoName(project, repo.getName());
    }

    /** A repository that is to be made. */
    public static RepoName newRepo(Repo repo) {
        requireName(repo.getName());
        if (!isUsers(repo)) {
            throw Refusals.unimplemented("repos of the type " + repo.getType());
        }
        if (!isName(project(repo.getProject()))) {
            throw Refusals.projectNotFound(project(repo.getProject()));
        }
        return new RepoName(project(repo.getProject()), repo.getName());
    }

    /** A branch that is to be there. */
    public static BranchName branch(Branch branch) {
        RepoName repo = repo(branch.getRepo());
        if (branch.getName().isEmpty()) {
            throw Refusals.invalid("branch must be specified");
        }
        return branch(repo, branch.getName());
    }

    /** A branch that is to be there. */
    public static BranchName branch(RepoName repo, String branch) {
        if (!isName(branch) || CommitId.matches(branch)) {
            throw Refusals.branchNotFound(repo, branch);
        }
        return new BranchName(repo.project(), repo.repo(), branch);
    }

    /** A branch that is to be made. */
    public static BranchName newBranch(Branch branch) {
        RepoName repo = repo(branch.getRepo());
        return newBranch(repo, branch.getName());
    }

    /** A branch that is to be made. */
    public static BranchName newBranch(RepoName repo, String branch) {
        requireName(branch);
        if (CommitId.matches(branch)) {
            throw Refusals.invalid("branch name cannot be a commit id: " + branch);
        }
        return new BranchName(repo.project(), repo.repo(), branch);
    }

    /** A commit's repository, which may stand in the commit or in its branch. */
    public static Repo repo(Commit commit) {
        if (commit.hasRepo()) {
            return commit.getRepo();
        }
        if (commit.hasBranch()) {
            return commit.getBranch().getRepo();
        }
        throw Refusals.invalid("commit must have a repo");
    }

    /** Refuses what nothing can be named. */
    public static void requireName(String name) {
        if (!isName(name)) {
            throw Refusals.invalid("name (" + name
                    + ") invalid: only alphanumeric characters, underscores, and dashes are allowed, and 255 at most");
        }
    }

    private static boolean isUsers(Repo repo) {
        return repo.getType().isEmpty() || repo.getType().equals(USER);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
