package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import java.time.Instant;

/** A branch: when it was made, and its head with the head's time. */
public record BranchInfo(BranchName name, Instant created, CommitId head, Instant headTime) {}
