package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.application.port.out.AnnouncedFile;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.Committer;
import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.DeletionResult;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileTarget;
import io.pfsgateway.application.port.out.PartSource;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.FileLocation;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.File;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Commits through one {@code ModifyFile} on the branch each, whose half-close is the commit. No commit is ever left open, so a
 * gateway that dies leaves nothing, and uploads do not wait for each other.
 */
final class GrpcCommitter implements Committer {
    private final PfsClient client;
    private final GuardedCommit commits;
    private final SeenBranches seen;
    private final Deletions deletions;
    private final Assembly assembly;

    GrpcCommitter(PfsClient client, GuardedCommit commits, SeenBranches seen, Deletions deletions, Assembly assembly) {
        this.client = client;
        this.commits = commits;
        this.seen = seen;
        this.deletions = deletions;
        this.assembly = assembly;
    }

    @Override
    public PendingFile begin(BranchId branch, ObjectKey key, OptionalLong sizeBytes) {
        String path = client.paths().of(key);
        Modification modification = new Modification(client, Subject.of(branch, CommitRef.HEAD, key));
        return seen.during(branch, () -> new GrpcPendingFile(new Upstream(modification, path), commits, seen));
    }

    @Override
    public CommittedFile copy(FileLocation source, FileTarget target) {
        String path = client.paths().of(target.key());
        FileInfo info = client.requireFile(source);
        Commit from = PfsMessages.commit(source.branch(), source.commit());
        ExpectedContent content =
                new ExpectedContent(info.getSizeBytes(), Optional.of(FileVersions.hash(info)), Optional.empty());
        AnnouncedFile file = new AnnouncedFile(
                target.branch(),
                target.key(),
                content,
                FileDescription.ofOnePiece(target.attributes()),
                Optional.empty());
        return seen.during(
                target.branch(),
                () -> copy(path, PfsMessages.file(from, client.paths().of(source.key())), target, file));
    }

    private CommittedFile copy(String path, File source, FileTarget target, AnnouncedFile file) {
        try (Modification modification =
                new Modification(client, Subject.of(target.branch(), CommitRef.HEAD, target.key()))) {
            modification.copy(path, source);
            return commits.commit(target, file, modification);
        }
    }

    @Override
    public DeletionResult delete(BranchId branch, List<Deletion> asked) {
        return seen.during(branch, () -> deletions.delete(branch, asked));
    }

    @Override
    public Optional<CommittedFile> assembled(BranchId branch, ObjectKey key, String token) {
        return assembly.assembled(branch, key, token);
    }

    @Override
    public CommittedFile assemble(String token, List<PartSource> parts, FileTarget target) {
        return seen.during(target.branch(), () -> assembly.assemble(token, parts, target));
    }
}
