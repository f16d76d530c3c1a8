package io.pfsgateway.architecture.sample.cycle.left;

import io.pfsgateway.architecture.sample.cycle.right.Right;

/** One half. */
public record Left(Right right) {}
