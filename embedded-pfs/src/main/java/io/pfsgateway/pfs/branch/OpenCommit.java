package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import java.time.Instant;

/**
 * A commit that was begun and is not finished: the branch it is for, the id it will have, and the branch that holds what it
 * changes until then, to be written and read like any other.
 */
public record OpenCommit(BranchName branch, CommitId id, Instant started, BranchName work) {}
