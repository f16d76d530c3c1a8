package io.pfsgateway.domain.access;

/** A right on the buckets of a pattern. */
public record Grant(BucketPattern buckets, Right right) {}
