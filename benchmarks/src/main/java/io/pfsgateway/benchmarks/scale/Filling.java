package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.benchmarks.files.MeasuredFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Makes commits of one file each from many threads, so that they share forced writes as those of many clients do. */
final class Filling {
    private static final int WRITERS = 256;

    private final MeasuredFiles files;
    private final KeySpace space;
    private final int bodyBytes;

    Filling(MeasuredFiles files, KeySpace space, int bodyBytes) {
        this.files = files;
        this.space = space;
        this.bodyBytes = bodyBytes;
    }

    /** Makes the bucket and so many commits, which go around the keys in no order; says how long that took. */
    Duration fill(long commits) throws InterruptedException, ExecutionException {
        files.create(space.branch());
        long began = System.nanoTime();
        AtomicLong turns = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                long seed = writer;
                running.add(writers.submit(() -> write(turns, commits, new Random(seed))));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void write(AtomicLong turns, long commits, Random random) {
        byte[] body = new byte[bodyBytes];
        for (long turn = turns.getAndIncrement(); turn < commits; turn = turns.getAndIncrement()) {
            random.nextBytes(body);
            files.put(space.branch(), space.scattered(turn), body);
        }
    }
}
