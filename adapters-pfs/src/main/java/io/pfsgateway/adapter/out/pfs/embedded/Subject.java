package io.pfsgateway.adapter.out.pfs.embedded;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.file.ObjectKey;

/** What the engine was asked about, so that its failure can name it. What does not apply is empty. */
record Subject(String bucket, String key, String version, String upload) {
    /** What is about no branch and no upload. */
    static final Subject NONE = new Subject("", "", "", "");

    static Subject of(BranchId branch) {
        return new Subject(branch.bucketName(), "", CommitRef.HEAD.toString(), "");
    }

    static Subject of(BranchId branch, CommitRef ref) {
        return new Subject(branch.bucketName(), "", ref.toString(), "");
    }

    static Subject of(BranchId branch, ObjectKey key) {
        return new Subject(branch.bucketName(), key.value(), CommitRef.HEAD.toString(), "");
    }

    static Subject of(BranchId branch, CommitRef ref, ObjectKey key) {
        return new Subject(branch.bucketName(), key.value(), ref.toString(), "");
    }

    static Subject of(BranchId branch, CommitId commit) {
        return of(branch, CommitRef.to(commit));
    }

    Subject ofUpload(String token) {
        return new Subject(bucket, key, version, token);
    }
}
