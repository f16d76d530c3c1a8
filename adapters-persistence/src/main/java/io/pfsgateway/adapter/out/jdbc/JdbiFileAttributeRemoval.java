package io.pfsgateway.adapter.out.jdbc;

import io.pfsgateway.application.port.out.Announcement;
import io.pfsgateway.application.port.out.FileAttributeRemoval;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;

/** Removes attributes of files in a database, in transactions of a thousand rows. */
final class JdbiFileAttributeRemoval implements FileAttributeRemoval {
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcDatabase database;

    JdbiFileAttributeRemoval(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public void removeBranch(BranchId branch) {
        removeAll(FileScope.of(branch));
    }

    @Override
    public void removeRepo(ProjectName project, RepoName repo) {
        removeAll(FileScope.of(project, repo));
    }

    @Override
    public List<Announcement> unsettled(Instant announcedBefore, Optional<Announcement> after, int limit) {
        return database.inTransaction(handle -> new AnnouncedFileTable(handle).before(announcedBefore, after, limit));
    }

    private void removeAll(FileScope scope) {
        // What is announced first: else it might be confirmed behind the other's end.
        inSteps(handle -> new AnnouncedFileTable(handle).delete(scope, ROWS_AT_ONCE));
        inSteps(handle -> new ConfirmedFileTable(handle).delete(scope, ROWS_AT_ONCE));
    }

    private void inSteps(HandleCallback<Integer, RuntimeException> step) {
        int removed = ROWS_AT_ONCE;
        while (removed == ROWS_AT_ONCE) {
            removed = database.inTransaction(step);
        }
    }
}
