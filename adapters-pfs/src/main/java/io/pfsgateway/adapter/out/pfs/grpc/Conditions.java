package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.condition.WriteCondition.Verdict;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.CommitInfo;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Optional;

/**
 * Decides conditions on what stands. Which commit wrote an object, pachd does not know: one that is the same in bytes and
 * attributes as it was found has not changed since, whatever else the branch took meanwhile. Which commit deleted one, pachd can
 * tell only by walking back over commits; that is asked where a condition is about it, and nowhere else.
 */
final class Conditions {
    private final PfsClient client;
    private final Descriptions descriptions;

    Conditions(PfsClient client, Descriptions descriptions) {
        this.client = client;
        this.descriptions = descriptions;
    }

    Verdict decide(BranchId branch, ObjectKey key, WriteCondition condition, Standing standing) throws StatusException {
        if (condition.isNone()) {
            return Verdict.HOLDS;
        }
        Optional<FileVersion> version = standing.file(key).map(info -> version(branch, key, info, standing.head()));
        if (version.isEmpty()) {
            return condition.decide(version, deletion(branch, key, condition));
        }
        Optional<FileVersion> found = condition.found();
        if (found.isPresent() && !version.get().isSameObjectAs(found.get())) {
            return Verdict.FAILED;
        }
        return condition.decide(found.or(() -> version));
    }

    private FileVersion version(BranchId branch, ObjectKey key, FileInfo info, CommitInfo head) {
        FileState state = FileVersions.state(info, PfsMessages.commitInfo(head), key);
        return FileVersions.version(state, descriptions.of(branch, state));
    }

    private Optional<CommitId> deletion(BranchId branch, ObjectKey key, WriteCondition condition)
            throws StatusException {
        if (condition.lastChange().isEmpty() || condition.found().isPresent()) {
            return Optional.empty();
        }
        return client.lastChange(PfsMessages.head(branch), key).map(PfsMessages::commitId);
    }
}
