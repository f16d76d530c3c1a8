/**
 * What is counted, in the form that Prometheus reads. The parts of the gateway know nothing of it: they tell observers of their own,
 * or are asked for numbers that they have anyway, and {@link io.pfsgateway.bootstrap.metrics.GatewayMetrics} is what listens and asks.
 *
 * <p>The trap: every label's values are of a set that clients cannot enlarge. No bucket, key, user or address is ever one.
 */
@NullMarked
package io.pfsgateway.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
