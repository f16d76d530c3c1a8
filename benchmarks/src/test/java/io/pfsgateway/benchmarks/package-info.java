/** Keeps the benchmarks from rotting between the times that somebody runs them. */
@NullMarked
package io.pfsgateway.benchmarks;

import org.jspecify.annotations.NullMarked;
