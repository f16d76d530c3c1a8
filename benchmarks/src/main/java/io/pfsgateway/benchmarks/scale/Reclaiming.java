package io.pfsgateway.benchmarks.scale;

import io.pfsgateway.benchmarks.files.MeasuredFiles;
import io.pfsgateway.domain.commit.CommitRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What the others notice of a large bucket that is deleted: commits and reads of another one, before and meanwhile. */
final class Reclaiming {
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final int WRITERS = 8;
    private static final int READERS = 2;

    private final MeasuredFiles files;
    private final KeySpace doomed;
    private final KeySpace other = KeySpace.of("other", 10_000);
    private final int bodyBytes;

    Reclaiming(MeasuredFiles files, KeySpace doomed, int bodyBytes) {
        this.files = files;
        this.doomed = doomed;
        this.bodyBytes = bodyBytes;
    }

    /** How many commits and reads there were in a second. */
    private record Rates(double commits, double reads) {
        String beside(String when, Rates before) {
            return String.format(
                    Locale.ROOT,
                    "%-28s %,8.0f commits/s (%.2f) %,10.0f reads/s (%.2f)",
                    when,
                    commits,
                    commits / before.commits,
                    reads,
                    reads / before.reads);
        }
    }

    void run(Consumer<Object> report) throws InterruptedException {
        files.create(other.branch());
        for (int turn = 0; turn < other.keys(); turn++) {
            files.put(other.branch(), other.key(turn), new byte[bodyBytes]);
        }
        files.engine().awaitBackground();
        rates();
        Rates before = rates();
        report.accept(before.beside("before", before));
        files.deleteBranch(doomed.branch());
        report.accept(rates().beside("while a bucket is reclaimed", before));
        long began = System.nanoTime();
        files.engine().awaitBackground();
        double seconds = (System.nanoTime() - began) / 1e9;
        report.accept(rates().beside("after", before));
        report.accept(String.format(
                Locale.ROOT,
                "DeleteBucket of %,d keys: what was left after %d s was gone after %.0f s without rests",
                doomed.keys(),
                LENGTH.toSeconds(),
                seconds));
    }

    /** Commits and reads from several threads each, for a while. */
    private Rates rates() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        LongAdder commits = new LongAdder();
        LongAdder reads = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            threads.add(repeat(stop, commits, committing(number)));
        }
        for (int number = 0; number < READERS; number++) {
            threads.add(repeat(stop, reads, reading(number)));
        }
        long began = System.nanoTime();
        Thread.sleep(LENGTH.toMillis());
        double seconds = (System.nanoTime() - began) / 1e9;
        Rates rates = new Rates(commits.sum() / seconds, reads.sum() / seconds);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return rates;
    }

    private static Thread repeat(AtomicBoolean stop, LongAdder done, Runnable call) {
        Thread thread = new Thread(() -> {
            while (!stop.get()) {
                call.run();
                done.increment();
            }
        });
        thread.start();
        return thread;
    }

    private Runnable committing(int seed) {
        Random random = new Random(seed);
        byte[] body = new byte[bodyBytes];
        return () -> files.put(other.branch(), other.any(random), body);
    }

    private Runnable reading(int seed) {
        Random random = new Random(seed);
        byte[] buffer = new byte[8 << 10];
        return () -> files.get(other.branch(), CommitRef.HEAD, other.any(random), buffer);
    }
}
