package io.pfsgateway.architecture.sample.emptyname.elsewhere;

/** A name that says nothing. */
public final class BucketHelper {}
