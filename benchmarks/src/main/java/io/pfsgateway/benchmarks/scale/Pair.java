package io.pfsgateway.benchmarks.scale;

/** The same call on little and on much, and how often either is made. */
record Pair(Call little, Call much, int turns) {
    /** Makes the calls in turn: as often as they will be measured to warm up, and then again. */
    Comparison measure(String name, Comparison.Bound bound) {
        for (int turn = 0; turn < turns; turn++) {
            little.run(turn);
            much.run(turn);
        }
        Stopwatch ofLittle = new Stopwatch(turns);
        Stopwatch ofMuch = new Stopwatch(turns);
        for (int turn = 0; turn < turns; turn++) {
            ofLittle.measure(little, turn);
            ofMuch.measure(much, turn);
        }
        return new Comparison(name, ofLittle.costs(), ofMuch.costs(), bound);
    }
}
