package io.pfsgateway.testkit.contract;

import io.pfsgateway.application.port.out.Deletion;
import io.pfsgateway.application.port.out.FileSystem;
import io.pfsgateway.application.port.out.PendingFile;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.condition.WriteCondition;
import io.pfsgateway.domain.file.ObjectAttributes;
import io.pfsgateway.domain.file.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Each step is a change, and those of files are a commit each. */
record PreparationThroughPorts(FileSystem files) implements Preparation {
    @Override
    public void makeBranch(BranchId branch) {
        files.branches().create(branch);
    }

    @Override
    public void removeBranch(BranchId branch) {
        files.branches().delete(branch);
    }

    @Override
    public void writeFile(BranchId branch, ObjectKey key, byte[] bytes) {
        try (PendingFile pending = files.committer().begin(branch, key, OptionalLong.of(bytes.length))) {
            pending.write(bytes, 0, bytes.length);
            pending.commit(ObjectAttributes.NONE, WriteCondition.NONE, Optional.empty());
        }
    }

    @Override
    public void removeFiles(BranchId branch, List<ObjectKey> keys) {
        List<Deletion> deletions =
                keys.stream().map(key -> new Deletion(key, WriteCondition.NONE)).toList();
        files.committer().delete(branch, deletions);
    }
}
