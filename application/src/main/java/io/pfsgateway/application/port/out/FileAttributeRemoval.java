package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import java.time.Instant;

/**
 * How what a {@link FileAttributeStore} keeps goes; it shares that role's atomicity, durability and failures. Each call may be
 * repeated, and is done in bounded steps: one that failed has removed some of it.
 */
public interface FileAttributeRemoval {
    /**
     * Removes all that was announced or confirmed for a branch, so that one made again under its name does not see it. Branches
     * that left from it lose what they found through it.
     */
    void removeBranch(BranchId branch);

    /** Removes all that was announced or confirmed for the branches of a repository. */
    void removeRepo(ProjectName project, RepoName repo);

    /**
     * Removes announcements that nobody has confirmed for long.
     *
     * @param announcedBefore a time so long ago that no writer can still be at its commit
     */
    void removeAnnounced(Instant announcedBefore);
}
