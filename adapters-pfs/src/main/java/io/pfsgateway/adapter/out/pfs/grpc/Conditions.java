package io.pfsgateway.adapter.out.pfs.grpc;

import io.grpc.StatusException;
import io.pfsgateway.application.port.out.FileDescription;
import io.pfsgateway.application.port.out.FileState;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitInfo;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.condition.WriteCondition.Verdict;
import io.pfsgateway.domain.file.FileVersion;
import io.pfsgateway.domain.file.ObjectKey;
import io.pfsgateway.pfs.protocol.FileInfo;
import java.util.Optional;

/**
 * Decides conditions on what stands. Which commit changed an object last, pachd can tell only by walking back over commits; that
 * is asked where a condition is about it, and nowhere else.
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
        Optional<FileInfo> info = standing.file(key);
        Optional<CommitId> lastChange = condition.lastChange().isPresent() ? lastChange(branch, key) : Optional.empty();
        CommitInfo head = PfsMessages.commitInfo(standing.head());
        Optional<FileVersion> version = info.map(file -> {
            CommitInfo commit = new CommitInfo(lastChange.orElse(head.id()), head.finishedAt());
            // Attributes are found by the commit that is read, not by the one that wrote.
            FileDescription description = descriptions.of(branch, FileVersions.state(file, head, key));
            FileState state = FileVersions.state(file, commit, key);
            return FileVersions.version(state, description);
        });
        return condition.decide(version, info.isPresent() ? Optional.empty() : lastChange);
    }

    private Optional<CommitId> lastChange(BranchId branch, ObjectKey key) throws StatusException {
        return client.commitsThatChanged(branch, key, 1).stream()
                .map(PfsMessages::commitId)
                .findFirst();
    }
}
