package io.pfsgateway.pfs.squash;

import io.pfsgateway.pfs.model.BranchName;
import java.time.Instant;
import java.util.Optional;

/**
 * Which commits are to go: those made before a time, on every branch or on one. Some of these stay all the same: the head of each
 * branch, and each commit that another branch or an open commit started from.
 */
public record SquashRequest(Instant before, Optional<BranchName> branch) {}
