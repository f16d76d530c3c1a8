package io.pfsgateway.pfs.model;

import java.time.Instant;

/** The mark that a commit deleted a path which was there before it. */
public record DeletedRow(CommitId commit, Instant time) implements FileVersion {}
