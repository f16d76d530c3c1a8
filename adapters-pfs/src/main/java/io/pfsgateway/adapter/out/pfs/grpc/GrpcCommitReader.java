package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.Optional;

/**
 * Reads through {@code pfs_v2}. A file on the head is one round trip; a commit that is named by its id is one more, to prove that
 * the branch reaches it, and a miss is two more, since the server does not say which commit it missed in. Deletions leave no trace
 * by key there, so a deleted file looks absent.
 */
final class GrpcCommitReader implements CommitReader {
    private final PfsClient client;
    private final BranchAncestry ancestry;
    private final FileVersions versions;
    private final Descriptions descriptions;
    private final Heads heads;

    GrpcCommitReader(PfsClient client, BranchAncestry ancestry, Descriptions descriptions) {
        this.client = client;
        this.ancestry = ancestry;
        this.versions = new FileVersions(client);
        this.descriptions = descriptions;
        this.heads = new Heads(client);
    }

    @Override
    public CommitInfo resolve(BranchId branch, CommitRef ref) {
        Subject subject = Subject.of(branch, ref);
        ref.base().ifPresent(id -> ancestry.require(id, subject));
        return commitInfo(subject);
    }

    @Override
    public FileLookup open(BranchId branch, CommitRef ref, ObjectKey key) {
        Subject subject = Subject.of(branch, ref, key);
        ref.base().ifPresent(id -> ancestry.require(id, subject));
        if (client.paths().find(key).isEmpty()) {
            return new FileLookup.Absent(commitInfo(subject));
        }
        Optional<FileInfo> found = find(subject, key);
        return found.isPresent() ? lookup(found.get(), subject, key) : missed(subject, key);
    }

    private FileLookup missed(Subject subject, ObjectKey key) {
        CommitInfo commit = commitInfo(subject);
        if (subject.ref().base().isPresent()) {
            return new FileLookup.Absent(commit);
        }
        // The head may have moved since the miss: what is named as read must be what was read.
        Subject pinned = Subject.of(subject.branch(), CommitRef.to(commit.id()), key);
        return find(pinned, key).map(info -> lookup(info, pinned, key)).orElseGet(() -> new FileLookup.Absent(commit));
    }

    private FileLookup lookup(FileInfo info, Subject subject, ObjectKey key) {
        CommitInfo commit = versions.commitOf(info, subject);
        BranchId branch = subject.branch();
        if (subject.ref().equals(CommitRef.HEAD)) {
            ancestry.remember(branch, commit.id());
        }
        if (info.getFileType() != FileType.FILE) {
            return new FileLookup.Absent(commit);
        }
        FileState file = FileVersions.state(info, commit, key);
        Commit at = PfsMessages.commit(branch, commit.id());
        return new FileLookup.Found(new GrpcPinnedFile(
                client, PfsMessages.file(at, info.getFile().getPath()), file, descriptions.of(branch, file)));
    }

    private Optional<FileInfo> find(Subject subject, ObjectKey key) {
        try {
            return client.inspectFile(
                    PfsMessages.commit(subject.branch(), subject.ref()),
                    client.paths().of(key));
        } catch (StatusException failed) {
            if (GrpcFailures.message(failed) != PachdMessage.PATH_COLLISION) {
                throw GrpcFailures.of(failed, subject);
            }
            return findInstead(subject, key);
        }
    }

    /** The commit came to nothing. If it is the head, what the next one starts from stands for it. */
    private Optional<FileInfo> findInstead(Subject subject, ObjectKey key) {
        if (!subject.ref().equals(CommitRef.HEAD)) {
            throw KeyFailure.noSuchVersion(key.value(), subject.ref().toString());
        }
        CommitId good = PfsMessages.commitId(heads.lastGood(subject.branch()).getCommit());
        return find(Subject.of(subject.branch(), CommitRef.to(good), key), key);
    }

    private CommitInfo commitInfo(Subject subject) {
        try {
            CommitInfo commit =
                    PfsMessages.commitInfo(client.inspectCommit(PfsMessages.commit(subject.branch(), subject.ref())));
            if (subject.ref().equals(CommitRef.HEAD)) {
                ancestry.remember(subject.branch(), commit.id());
            }
            return commit;
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }
}
