package io.pfsgateway.pfs.branch;

import io.pfsgateway.pfs.model.BranchName;
import io.pfsgateway.pfs.model.CommitRef;

/** Where a new branch starts: a commit of another. */
public record BranchPoint(BranchName branch, CommitRef commit) {}
