package io.pfsgateway.domain.file;

import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitId;

/** A file at one commit of a branch: what never changes, however long it is held. */
public record FileLocation(BranchId branch, CommitId commit, ObjectKey key) {}
