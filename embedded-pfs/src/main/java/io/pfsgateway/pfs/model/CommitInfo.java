package io.pfsgateway.pfs.model;

import java.time.Instant;

/**
 * A commit as it stands in the record. {@code sequence} counts the commits of its branch from 1, those before a fork
 * included; {@code token} is what the maker of the commit left to find it by again, or empty.
 */
public record CommitInfo(
        CommitId id, long sequence, Instant time, CommitKind kind, String description, Bytes token, int changes) {}
