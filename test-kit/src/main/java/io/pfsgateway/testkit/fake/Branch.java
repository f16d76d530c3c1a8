package io.pfsgateway.testkit.fake;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.bucket.BranchInfo;

/** A name for a commit. */
record Branch(BranchInfo info, Commit head) {
    BranchId id() {
        return info.id();
    }

    Branch at(Commit commit) {
        return new Branch(info, commit);
    }
}
