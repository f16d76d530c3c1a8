package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.EntityTag;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.FileInfo;

/**
 * What a file's description says in the words of the domain. pachd knows neither who wrote a file nor when, only which commit was
 * read: that one, and its time, stand in for both.
 */
final class FileVersions {
    private static final int HASH_BYTES = 32;

    private final PfsClient client;

    FileVersions(PfsClient client) {
        this.client = client;
    }

    /** The commit that was read. Only an open one, which has no time yet, costs a round trip. */
    CommitInfo commitOf(FileInfo info, Subject subject) {
        CommitId id = PfsMessages.commitId(info.getFile().getCommit());
        if (info.hasCommitted()) {
            return new CommitInfo(id, PfsMessages.instant(info.getCommitted()));
        }
        try {
            return PfsMessages.commitInfo(client.inspectCommit(PfsMessages.commit(subject.branch(), id)));
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, subject);
        }
    }

    static FileState state(FileInfo info, CommitInfo commit, ObjectKey key) {
        return new FileState(key, hash(info), info.getSizeBytes(), commit);
    }

    static ContentHash hash(FileInfo info) {
        if (info.getHash().size() != HASH_BYTES) {
            throw FileSystemFailure.corrupt(new IllegalStateException(
                    "The server gives a hash of " + info.getHash().size() + " bytes"));
        }
        return ContentHash.of(info.getHash().toByteArray());
    }

    static FileVersion version(FileState file, FileDescription description) {
        return new FileVersion(
                file.key(),
                file.sizeBytes(),
                new EntityTag(file.hash(), description.partCount()),
                file.commit().finishedAt(),
                file.commit().id(),
                description.attributes());
    }
}
