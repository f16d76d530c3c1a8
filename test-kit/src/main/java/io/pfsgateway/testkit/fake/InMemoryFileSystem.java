package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;
import io.pfsgateway.domain.bucket.ProjectName;
import io.pfsgateway.domain.commit.CommitRef;
import java.time.Clock;

/**
 * A file system in memory with every role, safe for many threads. It holds every key, knows deletions, keeps attributes, lets a
 * file stand beside a directory of its name, and tells the commit of each change. Everything is gone with the object.
 */
public final class InMemoryFileSystem {
    private final Snapshots snapshots;
    private final Handles handles = new Handles();
    private final FileSystem roles;

    /** An empty file system on the machine's clock, with the default project. */
    public InMemoryFileSystem() {
        this(Clock.systemUTC());
    }

    /** An empty file system whose commits take their times from a clock, never one before its parent's. */
    public InMemoryFileSystem(Clock clock) {
        snapshots = new Snapshots(clock);
        roles = new FileSystem(
                new InMemoryBranchCatalog(snapshots),
                new InMemoryCommitReader(snapshots, handles),
                new InMemoryFileLister(snapshots),
                new InMemoryFileHistory(snapshots),
                new InMemoryCommitter(snapshots, handles),
                new InMemoryContentStaging(snapshots, handles));
    }

    /** Its roles, as services take them. */
    public FileSystem roles() {
        return roles;
    }

    /** Makes a project, which no port can. */
    public void addProject(ProjectName project) {
        snapshots.change(snapshot -> snapshot.withProject(project));
    }

    /** Makes a branch that leaves another one at a commit, which no port can. */
    public void fork(BranchId from, CommitRef at, BranchId to) {
        snapshots.change(snapshot ->
                snapshot.withBranch(new Branch(new BranchInfo(to, snapshots.now()), snapshot.commit(from, at))));
    }

    /** How many pinned files and pending contents have not been closed; a test that ends with any has found a leak. */
    public int openHandles() {
        return handles.open();
    }
}
