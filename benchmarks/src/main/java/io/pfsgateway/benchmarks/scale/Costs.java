package io.pfsgateway.benchmarks.scale;

import java.util.Locale;

/** How long each of several calls took, and how much of that its thread had a processor. */
record Costs(Timings worked, Timings passed) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%8.1f %9.1f %9.1f", worked.medianMicros(), passed.medianMicros(), passed.p99Micros());
    }
}
