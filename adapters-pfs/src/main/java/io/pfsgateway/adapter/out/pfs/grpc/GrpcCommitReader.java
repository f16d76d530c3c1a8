package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Channel;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CommitReader;
import io.pfsgateway.application.port.out.FileLookup;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads through {@code pfs_v2}. A file on the head is one round trip; a commit that is named by its id is one more, to prove that
 * the branch reaches it, and a miss is two more, since the server does not say which commit it missed in. Deletions leave no trace
 * by key there, so a deleted file looks absent.
 */
public final class GrpcCommitReader implements CommitReader {
    private final PfsClient client;
    private final BranchAncestry ancestry;
    private final FileVersions versions;

    /**
     * @param channel to the server; it stays the caller's
     * @param patience how long an answer, or the next bytes of a file, may take
     */
    public GrpcCommitReader(Channel channel, Duration patience) {
        this.client = new PfsClient(channel, patience);
        this.ancestry = new BranchAncestry(client);
        this.versions = new FileVersions(client);
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
        if (!PachydermPath.canHold(key)) {
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
        if (info.getFileType() != FileType.FILE) {
            return new FileLookup.Absent(commit);
        }
        Commit at = PfsMessages.commit(subject.branch(), CommitRef.to(commit.id()));
        return new FileLookup.Found(new GrpcPinnedFile(client, at, commit, FileVersions.version(info, commit, key)));
    }

    private Optional<FileInfo> find(Subject subject, ObjectKey key) {
        try {
            return client.inspectFile(PfsMessages.commit(subject.branch(), subject.ref()), PachydermPath.of(key));
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }

    private CommitInfo commitInfo(Subject subject) {
        try {
            return PfsMessages.commitInfo(client.inspectCommit(PfsMessages.commit(subject.branch(), subject.ref())));
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }
}
