package io.pfsgateway.domain.bucket;

import java.time.Instant;

/** A branch that is there, and when it was made. */
public record BranchInfo(BranchId id, Instant createdAt) {}
