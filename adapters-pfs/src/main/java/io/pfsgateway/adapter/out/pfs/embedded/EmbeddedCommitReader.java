package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.FilePath;
import io.pfsgateway.pfs.read.CommitPoint;
import io.pfsgateway.pfs.read.FileReader;
import io.pfsgateway.pfs.read.OpenFile;
import java.util.Optional;

/** Reads from the engine. A file that is there is one lookup of its store; one that is not is a few more, to say why. */
final class EmbeddedCommitReader implements CommitReader {
    private final FileReader reader;
    private final DeletionTrace deletions;

    EmbeddedCommitReader(EmbeddedPfs engine) {
        this.reader = engine.reader();
        this.deletions = new DeletionTrace(engine);
    }

    @Override
    public CommitInfo resolve(BranchId branch, CommitRef ref) {
        return EngineFailures.translating(
                Subject.of(branch, ref),
                () -> EngineWords.commitInfo(reader.resolve(EngineWords.branch(branch), EngineWords.ref(ref))));
    }

    @Override
    public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
        return EngineFailures.translating(Subject.of(branch, ref, key), () -> {
            BranchName name = EngineWords.branch(branch);
            Optional<OpenFile> file = reader.open(name, EngineWords.ref(ref), EngineWords.path(key));
            return file.map(found -> found(key, found)).orElseGet(() -> missed(name, ref, key));
        });
    }

    private FileLookup missed(BranchName branch, CommitRef ref, ObjectKey key) {
        FilePath path = EngineWords.path(key);
        // The head may have moved since the miss: what is named as read must be what was read.
        CommitPoint at = reader.resolve(branch, EngineWords.ref(ref));
        Optional<OpenFile> file = reader.open(branch, io.pfsgateway.pfs.model.CommitRef.of(at.id()), path);
        return file.map(found -> found(key, found)).orElseGet(() -> missing(at, path));
    }

    private FileLookup missing(CommitPoint at, FilePath path) {
        CommitInfo commit = EngineWords.commitInfo(at);
        return deletions
                .deletedBy(at, path)
                .<FileLookup>map(by -> new FileLookup.Deleted(commit, by))
                .orElseGet(() -> new FileLookup.Absent(commit));
    }

    private static FileLookup found(ObjectKey key, OpenFile file) {
        try {
            CommitInfo commit = EngineWords.commitInfo(file.file().commit());
            return new FileLookup.Found(new EmbeddedPinnedFile(key, commit, file));
        } catch (RuntimeException unreadable) {
            // Nobody else knows of the file yet, and what is held open is never reclaimed.
            file.close();
            throw unreadable;
        }
    }
}
