package io.pfsgateway.benchmarks.scale;

import java.util.Locale;

/**
 * The same call on little and on much, turn by turn, so that whatever else the machine does falls on both alike. The verdict is
 * on the medians of the time that the calling thread worked, where it does all of the work itself, and else of the time that
 * passed.
 */
record Comparison(String name, Costs little, Costs much, Bound bound) {
    static final String HEADER = "%-44s %28s   %28s\n%-44s %8s %9s %9s   %8s %9s %9s   %s"
            .formatted(
                    "", "little", "much", "µs a call", "worked", "passed", "p99", "worked", "passed", "p99", "ratio");

    /** How many times as much a call may cost, and whether what counts is the calling thread's own work. */
    record Bound(double ratio, boolean ofOwnWork) {
        static Bound work(double ratio) {
            return new Bound(ratio, true);
        }

        static Bound time(double ratio) {
            return new Bound(ratio, false);
        }
    }

    private double ratio() {
        return bound.ofOwnWork()
                ? much.worked().medianMicros() / little.worked().medianMicros()
                : much.passed().medianMicros() / little.passed().medianMicros();
    }

    private boolean holds() {
        return ratio() <= bound.ratio();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-44s %s   %s   %5.2fx of %.1fx %s: %s",
                name,
                little,
                much,
                ratio(),
                bound.ratio(),
                bound.ofOwnWork() ? "work" : "time",
                holds() ? "holds" : "DOES NOT HOLD");
    }
}
