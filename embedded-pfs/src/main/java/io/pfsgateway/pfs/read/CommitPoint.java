package io.pfsgateway.pfs.read;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitId;
import io.pfsgateway.pfs.record.LineSequence;
import java.time.Instant;

/**
 * A commit as a branch shows it: the place to read at. {@code branchLine} tells the branch from a later one of the same
 * name.
 */
public record CommitPoint(BranchName branch, long branchLine, LineSequence at, CommitId id, Instant time) {}
