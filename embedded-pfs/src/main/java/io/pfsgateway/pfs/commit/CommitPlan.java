package io.pfsgateway.pfs.commit;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.Bytes;
import io.pfsgateway.pfs.model.CommitKind;
import java.util.List;

/**
 * What a commit is to do, all of it or nothing. A token that is not empty makes it repeatable: a second commit with the same
 * token on the same branch is answered with the first.
 */
public record CommitPlan(BranchName branch, List<Change> changes, CommitKind kind, String description, Bytes token) {
    public CommitPlan {
        changes = List.copyOf(changes);
    }

    public static CommitPlan of(BranchName branch, List<Change> changes) {
        return new CommitPlan(branch, changes, CommitKind.CHANGE, "", Bytes.EMPTY);
    }
}
