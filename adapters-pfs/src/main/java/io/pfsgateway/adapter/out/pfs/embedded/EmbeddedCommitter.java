package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.failure.BucketFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.EmbeddedPfs;
import io.pfsgateway.pfs.commit.CommitResult;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.read.OpenFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Commits to the engine. It holds every key, and a file beside a directory of its name, so that neither is ever refused. */
final class EmbeddedCommitter implements Committer {
    private final EmbeddedPfs engine;
    private final FileSources sources;

    EmbeddedCommitter(EmbeddedPfs engine) {
        this.engine = engine;
        this.sources = new FileSources(engine.reader());
    }

    @Override
    public PendingFile begin(BranchId branch, ObjectKey key, OptionalLong sizeBytes) {
        requireBranch(branch);
        EngineBytes bytes = EngineBytes.begin(engine, Subject.of(branch, key));
        return new EmbeddedPendingFile(engine.files(), bytes, branch, key);
    }

    @Override
    public CommittedFile copy(FileLocation source, FileTarget target) {
        requireBranch(target.branch());
        try (OpenFile file = sources.open(source)) {
            return new FileWrite(target)
                    .commit((branch, path, attributes, condition) ->
                            engine.files().copy(branch, path, file.content(), attributes, condition));
        }
    }

    @Override
    public DeletionResult delete(BranchId branch, List<Deletion> deletions) {
        DeletionPlan plan = new DeletionPlan(deletions);
        CommitResult result = EngineFailures.translating(
                Subject.of(branch), () -> engine.files().delete(EngineWords.branch(branch), plan.changes()));
        return new DeletionResult(result.commit().map(commit -> EngineWords.commitId(commit.id())), plan.outcomes());
    }

    @Override
    public CommittedFile assemble(String token, List<PartSource> parts, FileTarget target) {
        List<io.pfsgateway.pfs.model.PartSource> staged =
                parts.stream().map(part -> EngineWords.part(part, token)).toList();
        return new FileWrite(target, token)
                .commit((branch, path, attributes, condition) ->
                        engine.files().compose(branch, path, staged, attributes, condition, Bytes.utf8(token)));
    }

    @Override
    public Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token) {
        if (!EngineWords.canBeMade(branch)) {
            return Optional.empty();
        }
        return EngineFailures.translating(
                        Subject.of(branch, key),
                        () -> engine.reader()
                                .findWritten(EngineWords.branch(branch), EngineWords.path(key), Bytes.utf8(token)))
                .map(row -> FileVersions.of(key, row))
                .map(version -> new CommittedFile(version, Optional.of(version.commit())));
    }

    private void requireBranch(BranchId branch) {
        boolean there = EngineFailures.translating(
                Subject.of(branch),
                () -> engine.branches().find(EngineWords.branch(branch)).isPresent());
        if (!there) {
            throw BucketFailure.noSuchBucket(branch.bucketName());
        }
    }
}
