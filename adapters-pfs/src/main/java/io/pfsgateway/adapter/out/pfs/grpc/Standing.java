package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at some keys on a branch, as a writer has to know it before it writes.
 *
 * @param head the branch's head
 * @param files the files that are there
 * @param collisions of keys that would be a file and a directory at once, what is in their way
 */
record Standing(CommitInfo head, Map<ObjectKey, FileInfo> files, Map<ObjectKey, String> collisions) {
    Optional<FileInfo> file(ObjectKey key) {
        return Optional.ofNullable(files.get(key));
    }

    Optional<String> collision(ObjectKey key) {
        return Optional.ofNullable(collisions.get(key));
    }

    CommitId headId() {
        return PfsMessages.commitId(head.getCommit());
    }

    /** The newest commit that a change cannot have gone into, if there is any: the head, or what is before one that is open. */
    Optional<CommitId> behind() {
        if (!isOpen()) {
            return Optional.of(headId());
        }
        return head.hasParentCommit() ? Optional.of(PfsMessages.commitId(head.getParentCommit())) : Optional.empty();
    }

    /** Whether a change goes into the head itself, which somebody has begun and not finished. */
    boolean isOpen() {
        return !head.hasFinishing() && !head.hasFinished();
    }
}
