package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.Optional;

/** Reads from the newest snapshot; what it returns holds on to the commit itself. */
final class InMemoryCommitReader implements CommitReader {
    private final Snapshots snapshots;
    private final Handles handles;

    InMemoryCommitReader(Snapshots snapshots, Handles handles) {
        this.snapshots = snapshots;
        this.handles = handles;
    }

    @Override
    public CommitInfo resolve(BranchId branch, CommitRef ref) {
        return snapshots.newest().commit(branch, ref).info();
    }

    @Override
    public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
        Commit commit = snapshots.newest().commit(branch, ref);
        Optional<Change> change = commit.newestChange(key);
        if (change.isEmpty()) {
            return new FileLookup.Absent(commit.info());
        }
        return change.get()
                .file()
                .<FileLookup>map(
                        file -> new FileLookup.Found(new InMemoryPinnedFile(file, commit.info(), handles.take())))
                .orElseGet(
                        () -> new FileLookup.Deleted(commit.info(), change.get().commit()));
    }
}
