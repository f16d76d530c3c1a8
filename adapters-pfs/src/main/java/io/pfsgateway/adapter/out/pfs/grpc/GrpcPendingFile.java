package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.failure.RequestFailure;
import io.pfsgateway.domain.file.ContentHash;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.Commit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A file on its way to the server. Attributes and conditions are refused: pachd has no place for the one and no way to decide
 * the other with the commit, and neither may be dropped in silence. Keys that collide are refused before the commit.
 */
final class GrpcPendingFile implements PendingFile {
    /** Far below the 20 MiB that the server takes in a message, and large enough for their number not to matter. */
    private static final int MESSAGE_BYTES = 1 << 20;

    private final Modification modification;
    private final CommitWitness witness;
    private final PathCollisions collisions;
    private final MessageDigest sha256 = newSha256();
    private long sizeBytes;
    private boolean finished;

    GrpcPendingFile(Modification modification, CommitWitness witness, PathCollisions collisions) {
        this.modification = modification;
        this.witness = witness;
        this.collisions = collisions;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        requireUnfinished();
        sha256.update(bytes, offset, length);
        String path = PachydermPath.of(key());
        for (int done = 0; done < length; done += MESSAGE_BYTES) {
            int count = Math.min(MESSAGE_BYTES, length - done);
            modification.append(path, ByteString.copyFrom(bytes, offset + done, count));
        }
        sizeBytes += length;
    }

    @Override
    public CommittedFile commit(
            ObjectAttributes attributes, WriteCondition condition, Optional<ContentHash> announced) {
        requireUnfinished();
        refuse(attributes, condition);
        verify(announced);
        Commit before = lookBefore();
        finished = true;
        modification.commit();
        return witness.look(before, sizeBytes);
    }

    private static void refuse(ObjectAttributes attributes, WriteCondition condition) {
        if (!attributes.equals(ObjectAttributes.NONE)) {
            throw RequestFailure.notImplemented("attributes of an object on pachd");
        }
        if (!condition.isNone()) {
            throw RequestFailure.notImplemented("a conditional write on pachd");
        }
    }

    private void verify(Optional<ContentHash> announced) {
        ContentHash actual = ContentHash.of(sha256.digest());
        if (announced.isPresent() && !announced.get().equals(actual)) {
            throw RequestFailure.contentHashMismatch(announced.get().hex());
        }
    }

    private Commit lookBefore() {
        try {
            // Asked for by the branch: one that has gone would be made again by the commit.
            Commit head = witness.head();
            collisions.refuse(head, key());
            return head;
        } catch (StatusException failed) {
            throw GrpcFailures.of(failed, modification.subject());
        }
    }

    private ObjectKey key() {
        return new ObjectKey(modification.subject().key());
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("The file was committed or closed.");
        }
    }

    @Override
    public void close() {
        if (!finished) {
            finished = true;
            modification.cancel();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
