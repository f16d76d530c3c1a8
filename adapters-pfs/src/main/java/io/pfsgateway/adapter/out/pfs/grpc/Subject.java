package io.pfsgateway.adapter.out.pfs.grpc;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;

/** What a call was about, so that its failure can name it. The key is empty where the call was about no file. */
record Subject(BranchId branch, CommitRef ref, String key) {
    static Subject of(BranchId branch, CommitRef ref) {
        return new Subject(branch, ref, "");
    }

    static Subject of(BranchId branch, CommitRef ref, ObjectKey key) {
        return new Subject(branch, ref, key.value());
    }

    ObjectKey objectKey() {
        return new ObjectKey(key);
    }
}
