package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.ExpectedContent;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.failure.FileSystemFailure;
import io.pfsgateway.domain.failure.GatewayFailure;
import io.pfsgateway.domain.failure.KeyFailure;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.CommitState;
import io.pfsgateway.pfs.protocol.FileInfo;
import io.pfsgateway.pfs.protocol.FileType;
import java.util.Optional;

/**
 * Finds out what a {@code ModifyFile} has made, which the server does not say. If the new head is the child of the head that was
 * seen before, no one else's commit can be between them, so it is ours; an open commit stays the head, and takes the change into
 * itself. In any other case the commit is left unnamed.
 */
final class CommitWitness {
    /**
     * What was made.
     *
     * @param file the file as the head has it
     * @param head the head
     * @param isOurs whether the head is the commit that was made
     */
    record Made(FileInfo file, CommitInfo head, boolean isOurs) {}

    private final PfsClient client;
    private final Heads heads;

    CommitWitness(PfsClient client) {
        this.client = client;
        this.heads = new Heads(client);
    }

    /**
     * The file that was written, as the new head has it. The head is waited for alone, since on a busy server two who wait for a
     * commit's end take longer than one who waits and then asks for the file.
     *
     * @throws KeyFailure with {@code PATH_COLLISION} when the commit was made, and ended in error over it
     * @throws FileSystemFailure with {@code OUTCOME_UNKNOWN} when that cannot be seen, for whatever reason, or is someone else's
     *     already
     */
    Made file(Standing before, Subject subject, ExpectedContent content) {
        try {
            CommitInfo head = head(before, subject);
            FileInfo file = client.inspectFile(
                            PfsMessages.commit(subject.branch(), PfsMessages.commitId(head.getCommit())),
                            client.paths().of(subject.objectKey()))
                    .filter(found -> mayBe(found, content))
                    .orElseThrow(() -> FileSystemFailure.outcomeUnknown(
                            new IllegalStateException("The file was changed again at once")));
            return new Made(file, head, isOurs(before, head));
        } catch (StatusException failed) {
            throw afterCommit(GrpcFailures.of(failed, subject));
        } catch (GatewayFailure failed) {
            throw afterCommit(failed);
        }
    }

    private static boolean mayBe(FileInfo found, ExpectedContent content) {
        return found.getFileType() == FileType.FILE && content.admits(found.getSizeBytes(), FileVersions.hash(found));
    }

    /** The commit that was made, where that can be told; it is looked at whether it ended well. */
    Optional<CommitId> commit(Standing before, Subject subject) {
        try {
            CommitInfo head = head(before, subject);
            return isOurs(before, head) ? Optional.of(PfsMessages.commitId(head.getCommit())) : Optional.empty();
        } catch (StatusException failed) {
            throw afterCommit(GrpcFailures.of(failed, subject));
        } catch (GatewayFailure failed) {
            throw afterCommit(failed);
        }
    }

    /** A commit of our own ends by itself, and is waited for; one that somebody holds open would be waited for in vain. */
    private CommitInfo head(Standing before, Subject subject) throws StatusException {
        CommitState wait = before.isOpen() ? CommitState.COMMIT_STATE_UNKNOWN : CommitState.FINISHED;
        CommitInfo head = client.inspectCommit(PfsMessages.head(subject.branch()), wait);
        if (head.getError().isEmpty()) {
            return head;
        }
        if (isOurs(before, head)) {
            throw failure(head, subject);
        }
        // Someone else's commit came to nothing on top of ours.
        return heads.lastGood(subject.branch(), head);
    }

    private static GatewayFailure failure(CommitInfo head, Subject subject) {
        return PachdMessage.of(head.getError()) == PachdMessage.PATH_COLLISION
                ? KeyFailure.pathCollision(subject.key(), "a file or a directory")
                : FileSystemFailure.outcomeUnknown(new IllegalStateException("The commit ended in error"));
    }

    private static boolean isOurs(Standing before, CommitInfo head) {
        String seen = before.headId().value();
        return (before.isOpen() ? head.getCommit() : head.getParentCommit())
                .getId()
                .equals(seen);
    }

    /** The commit is made, and a plain failure would deny it; but one that collides has come to nothing. */
    private static GatewayFailure afterCommit(GatewayFailure failure) {
        return switch (failure.kind()) {
            case PATH_COLLISION, OUTCOME_UNKNOWN -> failure;
            default -> FileSystemFailure.outcomeUnknown(failure);
        };
    }
}
