package io.pfsgateway.testkit.fake;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.application.port.out.StagedContentId;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.failure.UploadFailure;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.FilePart;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes commits, each one step from a snapshot to the next. */
final class InMemoryCommitter implements Committer {
    private final Snapshots snapshots;
    private final Handles handles;

    InMemoryCommitter(Snapshots snapshots, Handles handles) {
        this.snapshots = snapshots;
        this.handles = handles;
    }

    @Override
    public PendingFile begin(BranchId branch, ObjectKey key, OptionalLong sizeBytes) {
        snapshots.newest().branch(branch);
        return new InMemoryPendingFile(this, branch, key, new ReceivedBytes(handles.take()));
    }

    CommittedFile commit(FileTarget target, StoredContent content) {
        return snapshots.step(snapshot -> write(snapshot, target, content, Optional.empty()));
    }

    @Override
    public CommittedFile copy(FileLocation source, FileTarget target) {
        return snapshots.step(snapshot -> {
            snapshot.branch(target.branch());
            return write(snapshot, target, sourceFile(snapshot, source).content(), Optional.empty());
        });
    }

    @Override
    public CommittedFile assemble(String token, List<PartSource> parts, FileTarget target) {
        return snapshots.step(snapshot -> {
            Optional<CommittedFile> before = assembled(snapshot.branch(target.branch()), target.key(), token);
            if (before.isPresent()) {
                return new Snapshots.Step<>(snapshot, before.get());
            }
            return write(snapshot, target, content(snapshot, token, parts), Optional.of(token));
        });
    }

    private static StoredContent content(Snapshot snapshot, String token, List<PartSource> parts) {
        List<StoredContent> contents = new ArrayList<>();
        List<FilePart> described = new ArrayList<>();
        for (PartSource part : parts) {
            StoredContent content = stagedContent(snapshot, token, part.content());
            contents.add(content);
            described.add(new FilePart(content.sizeBytes(), part.checksum()));
        }
        return StoredContent.assembled(contents, described);
    }

    @Override
    public Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token) {
        return Optional.ofNullable(snapshots.newest().branches().get(branch)).flatMap(at -> assembled(at, key, token));
    }

    private static Optional<CommittedFile> assembled(Branch branch, ObjectKey key, String token) {
        return branch.head()
                .withToken(token)
                .flatMap(commit -> commit.file(key))
                .map(file -> committed(file.version()));
    }

    @Override
    public DeletionResult delete(BranchId branch, List<Deletion> deletions) {
        return snapshots.step(snapshot -> {
            Branch before = snapshot.branch(branch);
            Deleting deleting = new Deleting(before.head(), snapshots.after(before.head()));
            deletions.forEach(deleting::decide);
            Snapshot next = deleting.commit()
                    .map(commit -> snapshot.withBranch(before.at(commit)))
                    .orElse(snapshot);
            return new Snapshots.Step<>(next, deleting.result());
        });
    }

    /** The source of a copy or of a staged stretch, at the very commit that was named. */
    static StoredFile sourceFile(Snapshot snapshot, FileLocation source) {
        return Optional.ofNullable(snapshot.branches().get(source.branch()))
                .flatMap(branch -> branch.head().resolve(CommitRef.to(source.commit())))
                .flatMap(commit -> commit.file(source.key()))
                .orElseThrow(() -> KeyFailure.noSuchVersion(
                        source.key().value(), source.commit().value()));
    }

    private static StoredContent stagedContent(Snapshot snapshot, String token, StagedContentId id) {
        return Optional.ofNullable(snapshot.staged().get(id.value()))
                .map(StagedFile::content)
                .orElseThrow(() -> UploadFailure.noSuchUpload(token));
    }

    private Snapshots.Step<CommittedFile> write(
            Snapshot snapshot, FileTarget target, StoredContent content, Optional<String> token) {
        Branch branch = snapshot.branch(target.branch());
        ObjectKey key = target.key();
        requireHolds(target.condition(), key, branch.head());
        CommitInfo info = snapshots.after(branch.head());
        FileVersion version = new FileVersion(
                key, content.sizeBytes(), content.etag(), info.finishedAt(), info.id(), target.attributes());
        Change change = new Change(info, key, Optional.of(new StoredFile(version, content)));
        Commit commit = branch.head().next(info, Map.of(key, change), token);
        return new Snapshots.Step<>(snapshot.withBranch(branch.at(commit)), committed(version));
    }

    private static void requireHolds(WriteCondition condition, ObjectKey key, Commit head) {
        switch (condition.decide(head.file(key).map(StoredFile::version), head.deletion(key))) {
            case HOLDS -> {}
            case FAILED -> throw KeyFailure.preconditionFailed(key.value());
            case NO_OBJECT -> throw KeyFailure.noSuchKey(key.value());
        }
    }

    private static CommittedFile committed(FileVersion version) {
        return new CommittedFile(version, Optional.of(version.commit()));
    }
}
