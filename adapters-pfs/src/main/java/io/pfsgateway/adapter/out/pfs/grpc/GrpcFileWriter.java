package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.Channel;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import java.time.Duration;

/**
 * Writes single files through {@code pfs_v2}: one {@code ModifyFile} on the branch, whose half-close is the commit. No commit is
 * ever left open, so a gateway that dies leaves nothing, and writers do not wait for each other.
 */
public final class GrpcFileWriter {
    private final PfsClient client;

    /**
     * @param channel to the server; it stays the caller's
     * @param patience how long an answer, or the next step of an upload, may take
     */
    public GrpcFileWriter(Channel channel, Duration patience) {
        this.client = new PfsClient(channel, patience);
    }

    /**
     * Begins to write a file; nothing of it shows until it is committed.
     *
     * @throws io.pfsgateway.domain.failure.BucketFailure with {@code NO_SUCH_BUCKET} when the branch is not there
     * @throws io.pfsgateway.domain.failure.KeyFailure with {@code KEY_NOT_REPRESENTABLE} when pachd cannot hold the key
     */
    public PendingFile begin(BranchId branch, ObjectKey key) {
        String path = PachydermPath.of(key);
        client.requireBranch(branch);
        Modification modification = new Modification(client, Subject.of(branch, CommitRef.HEAD, key));
        modification.replace(path);
        return new GrpcPendingFile(modification, new CommitWitness(client, branch, key), new PathCollisions(client));
    }
}
