/**
 * How the engine grows: {@link io.pfsgateway.benchmarks.scale.ScaleRun} fills one bucket with a million keys and another of a
 * thousand, and compares what the same calls cost on both, turn by turn. {@link io.pfsgateway.benchmarks.scale.ForcedWrites}
 * tells what the disk itself can do.
 */
@NullMarked
package io.pfsgateway.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
