package io.pfsgateway.benchmarks.scale;

import java.util.Arrays;

/** What stands for how long each of several calls took. */
record Timings(double medianMicros, double p99Micros) {
    static Timings of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timings(at(sorted, 50), at(sorted, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / 100] / 1e3;
    }
}
