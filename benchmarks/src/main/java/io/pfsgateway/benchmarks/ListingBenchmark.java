package io.pfsgateway.benchmarks;

import io.pfsgateway.benchmarks.files.MeasuredFiles;
import io.pfsgateway.benchmarks.files.TemporaryFolder;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import io.pfsgateway.domain.listing.ListingPage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Pages of 1,000: of keys with their rows and attributes, and of directories, each of which holds ten keys. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListingBenchmark {
    private static final BranchId BRANCH = BranchId.of("master", "listings");
    private static final int WRITERS = 16;
    private static final int TO_A_DIRECTORY = 10;

    /** How many keys the branch holds. */
    @Param("10000")
    public int keys = 10_000;

    private final TemporaryFolder folder = TemporaryFolder.make();
    private final MeasuredFiles files = MeasuredFiles.open(folder.path());

    /** Fills the branch, and lets the background build its trees. */
    @Setup
    public void fill() throws InterruptedException {
        files.create(BRANCH);
        byte[] bytes = new byte[100];
        Thread[] writers = new Thread[WRITERS];
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            writers[writer] = new Thread(() -> IntStream.iterate(first, key -> key < keys, key -> key + WRITERS)
                    .forEach(key -> files.put(BRANCH, name(key), bytes)));
            writers[writer].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        files.engine().awaitBackground();
    }

    private static String name(int key) {
        return "data/part-%06d/file-%08d".formatted(key / TO_A_DIRECTORY, key);
    }

    @TearDown
    public void close() {
        files.close();
        folder.close();
    }

    @Benchmark
    public ListingPage plain() {
        return files.page(BRANCH, CommitRef.HEAD, "", Optional.empty(), Optional.of(name(keys / 2)));
    }

    @Benchmark
    public ListingPage directories() {
        return files.page(BRANCH, CommitRef.HEAD, "data/", Optional.of("/"), Optional.empty());
    }
}
