package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rows of a branch, or of all branches of a repository. */
record FileScope(String condition, Map<String, String> names) {
    private static final String OF_REPO = "project = :project AND repo = :repo";

    static FileScope of(BranchId branch) {
        return new FileScope(
                OF_REPO + " AND branch = :branch",
                Map.of(
                        "project", branch.project().value(),
                        "repo", branch.repo().value(),
                        "branch", branch.branch().value()));
    }

    static FileScope of(ProjectName project, RepoName repo) {
        return new FileScope(OF_REPO, Map.of("project", project.value(), "repo", repo.value()));
    }

    /** Removes some of a table's rows; how many tells whether there may be more. */
    int delete(Handle handle, String table, int limit) {
        return handle.createUpdate("DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table + " WHERE "
                        + condition + " LIMIT :limit)")
                .bindMap(names)
                .bind("limit", limit)
                .execute();
    }
}
