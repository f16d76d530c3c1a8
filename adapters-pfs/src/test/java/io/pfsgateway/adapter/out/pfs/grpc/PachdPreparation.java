package io.pfsgateway.adapter.out.pfs.grpc;

import com.google.protobuf.ByteString;
import io.grpc.StatusException;
import io.pfsgateway.application.port.out.BranchCatalog;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.CommitState;
import io.pfsgateway.pfs.protocol.DeleteRepoRequest;
import io.pfsgateway.testkit.contract.Preparation;
import java.util.List;

/** As someone changes files who goes past the gateway: nothing is looked at, and the server may finish a commit in its own time. */
record PachdPreparation(PfsClient client, BranchCatalog branches) implements Preparation {
    private static final int MESSAGE_BYTES = 1 << 20;

    @Override
    public void makeBranch(BranchId branch) {
        branches.create(branch);
    }

    @Override
    public void removeBranch(BranchId branch) {
        branches.delete(branch);
    }

    /** As by the server's own tools: no gateway hears of it. */
    void deleteRepo(BranchId branch) {
        try {
            client.asking()
                    .deleteRepo(DeleteRepoRequest.newBuilder()
                            .setRepo(PfsMessages.repo(branch))
                            .setForce(true)
                            .build());
        } catch (StatusException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void writeFile(BranchId branch, ObjectKey key, byte[] bytes) {
        try (Modification modification = new Modification(client, Subject.of(branch, CommitRef.HEAD, key))) {
            modification.replace(client.paths().of(key));
            for (int at = 0; at < bytes.length; at += MESSAGE_BYTES) {
                int count = Math.min(MESSAGE_BYTES, bytes.length - at);
                modification.append(client.paths().of(key), ByteString.copyFrom(bytes, at, count));
            }
            modification.commit();
        }
    }

    /** Writes small files, all in one commit. */
    void writeFiles(BranchId branch, List<String> keys) {
        try (Modification modification = new Modification(client, Subject.of(branch, CommitRef.HEAD))) {
            keys.forEach(key -> modification.append("/" + key, ByteString.copyFromUtf8("text of " + key)));
            modification.commit();
        }
    }

    /** Waits until the server has finished the newest commit. */
    void awaitHead(BranchId branch) {
        try {
            client.inspectCommit(PfsMessages.head(branch), CommitState.FINISHED);
        } catch (StatusException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void removeFiles(BranchId branch, List<ObjectKey> keys) {
        try (Modification modification = new Modification(client, Subject.of(branch, CommitRef.HEAD))) {
            keys.forEach(key -> modification.delete(client.paths().of(key)));
            modification.commit();
        }
    }
}
