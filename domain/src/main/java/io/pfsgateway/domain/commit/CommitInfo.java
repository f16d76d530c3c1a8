package io.pfsgateway.domain.commit;

import java.time.Instant;

/** A commit and when it was finished. */
public record CommitInfo(CommitId id, Instant finishedAt) {}
