package io.pfsgateway.application.port.out;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.bucket.RepoName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
     * A page of what was announced before a time and neither confirmed nor withdrawn since, in the order of times, without tables
     * of parts. An object may have come of it, and would lose what was announced with it: whoever can look at the file system is
     * to confirm or to withdraw it in the {@link FileAttributeStore}.
     *
     * @param announcedBefore a time so long ago that no writer can still be at its commit
     * @param after the one behind which the page starts; it need not be there any more
     * @param limit the most, 1 or more; fewer mean that there are no more
     */
    List<Announcement> unsettled(Instant announcedBefore, Optional<Announcement> after, int limit);
}
