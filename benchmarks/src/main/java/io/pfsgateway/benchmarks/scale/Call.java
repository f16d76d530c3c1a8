package io.pfsgateway.benchmarks.scale;

/** A call that is measured. */
@FunctionalInterface
interface Call {
    void run(int turn);
}
