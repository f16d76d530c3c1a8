package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.read.FileReader;
import io.pfsgateway.pfs.read.OpenFile;
import io.pfsgateway.pfs.read.PathLookup;

/** Reads from the engine: one lookup of its store for the branch, the commit and the file together. */
final class EmbeddedCommitReader implements CommitReader {
    private final FileReader reader;

    EmbeddedCommitReader(FileReader reader) {
        this.reader = reader;
    }

    @Override
    public CommitInfo resolve(BranchId branch, CommitRef ref) {
        return EngineFailures.translating(
                Subject.of(branch, ref),
                () -> EngineWords.commitInfo(reader.resolve(EngineWords.branch(branch), EngineWords.ref(ref))));
    }

    @Override
    public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
        return EngineFailures.translating(
                Subject.of(branch, ref, key),
                () -> lookup(
                        key, reader.look(EngineWords.branch(branch), EngineWords.ref(ref), EngineWords.path(key))));
    }

    private static FileLookup lookup(ObjectKey key, PathLookup found) {
        CommitInfo commit = EngineWords.commitInfo(found.commit());
        if (found instanceof PathLookup.Found file) {
            return found(key, commit, file.file());
        }
        if (found instanceof PathLookup.Deleted deleted) {
            return new FileLookup.Deleted(commit, EngineWords.commitInfo(deleted.row()));
        }
        return new FileLookup.Absent(commit);
    }

    private static FileLookup found(ObjectKey key, CommitInfo commit, OpenFile file) {
        try {
            return new FileLookup.Found(new EmbeddedPinnedFile(key, commit, file));
        } catch (RuntimeException unreadable) {
            // Nobody else knows of the file yet, and what is held open is never reclaimed.
            file.close();
            throw unreadable;
        }
    }
}
