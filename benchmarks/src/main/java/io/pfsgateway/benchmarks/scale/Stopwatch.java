package io.pfsgateway.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Notes what each of a number of calls costs. For the one thread that makes them. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long[] worked;
    private final long[] passed;

    Stopwatch(int calls) {
        this.worked = new long[calls];
        this.passed = new long[calls];
    }

    /** Makes the call, and notes it as that of the turn. */
    void measure(Call call, int turn) {
        long began = System.nanoTime();
        long workedBefore = THREADS.getCurrentThreadCpuTime();
        call.run(turn);
        worked[turn] = THREADS.getCurrentThreadCpuTime() - workedBefore;
        passed[turn] = System.nanoTime() - began;
    }

    Costs costs() {
        return new Costs(Timings.of(worked), Timings.of(passed));
    }
}
