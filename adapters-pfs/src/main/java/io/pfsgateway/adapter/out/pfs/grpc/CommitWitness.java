package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Optional;

/**
 * Finds out what a {@code ModifyFile} has made, which the server does not say: the head is looked at before and after. If the
 * new head is the old one's child, no one else's commit can be between them, so it is ours; an open commit stays the head, and
 * takes the change into itself. In any other case the commit is left unnamed.
 */
final class CommitWitness {
    private final PfsClient client;
    private final BranchId branch;
    private final ObjectKey key;

    CommitWitness(PfsClient client, BranchId branch, ObjectKey key) {
        this.client = client;
        this.branch = branch;
        this.key = key;
    }

    /** The head, by its id. */
    Commit head() throws StatusException {
        CommitId id = PfsMessages.commitId(
                client.inspectCommit(PfsMessages.commit(branch, CommitRef.HEAD)).getCommit());
        return PfsMessages.commit(branch, CommitRef.to(id));
    }

    /**
     * The file as it stands after the commit was made.
     *
     * @throws FileSystemFailure with {@code OUTCOME_UNKNOWN} when it cannot be seen, or is someone else's already
     */
    CommittedFile look(Commit before, long sizeBytes) {
        try {
            FileInfo info = client.inspectFile(PfsMessages.commit(branch, CommitRef.HEAD), PachydermPath.of(key))
                    .filter(file -> file.getSizeBytes() == sizeBytes)
                    .orElseThrow(() -> FileSystemFailure.outcomeUnknown(
                            new IllegalStateException("The file was changed again at once")));
            return describe(info, before);
        } catch (StatusException failed) {
            // The commit is made, and a plain failure would deny it.
            throw FileSystemFailure.outcomeUnknown(failed);
        }
    }

    private CommittedFile describe(FileInfo info, Commit before) throws StatusException {
        Commit at = PfsMessages.commit(
                branch, CommitRef.to(PfsMessages.commitId(info.getFile().getCommit())));
        io.pfsgateway.pfs.protocol.CommitInfo after = client.inspectCommit(at);
        CommitInfo commit = PfsMessages.commitInfo(after);
        FileVersion version = FileVersions.version(info, commit, key);
        boolean ours = commit.id().value().equals(before.getId())
                || after.getParentCommit().getId().equals(before.getId());
        return new CommittedFile(version, ours ? Optional.of(commit.id()) : Optional.empty());
    }
}
