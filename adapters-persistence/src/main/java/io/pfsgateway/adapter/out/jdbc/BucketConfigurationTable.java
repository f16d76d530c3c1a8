package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.domain.bucket.BranchId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table of what is set on buckets, in one transaction. */
record BucketConfigurationTable(Handle handle) {
    private static final String OF_BRANCH = " WHERE project = :project AND repo = :repo AND branch = :branch";

    /** A column of documents. */
    enum Column {
        TAGS("tags"),
        CORS_RULES("cors_rules");

        private final String sqlName;

        Column(String sqlName) {
            this.sqlName = sqlName;
        }
    }

    /** A branch's document; empty where none is set. */
    Optional<byte[]> find(BranchId branch, Column column) {
        return bindBranch(
                        handle.createQuery("SELECT " + column.sqlName + " FROM bucket_configurations" + OF_BRANCH),
                        branch)
                .map((row, context) -> Optional.ofNullable(row.getBytes(column.sqlName)))
                .findOne()
                .flatMap(document -> document);
    }

    /** Replaces a branch's document; false where the branch has no row yet. */
    boolean update(BranchId branch, Column column, Optional<byte[]> document) {
        return bindBranch(
                                handle.createUpdate("UPDATE bucket_configurations SET " + column.sqlName
                                        + " = :document" + OF_BRANCH),
                                branch)
                        .bind("document", document.orElse(null))
                        .execute()
                > 0;
    }

    /** Makes a branch's row. */
    void insert(BranchId branch, Column column, byte[] document) {
        bindBranch(
                        handle.createUpdate("INSERT INTO bucket_configurations (project, repo, branch, "
                                + column.sqlName + ") VALUES (:project, :repo, :branch, :document)"),
                        branch)
                .bind("document", document)
                .execute();
    }

    /** Removes a branch's row. */
    void delete(BranchId branch) {
        bindBranch(handle.createUpdate("DELETE FROM bucket_configurations" + OF_BRANCH), branch)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindBranch(S statement, BranchId branch) {
        return statement
                .bind("project", branch.project().value())
                .bind("repo", branch.repo().value())
                .bind("branch", branch.branch().value());
    }
}
