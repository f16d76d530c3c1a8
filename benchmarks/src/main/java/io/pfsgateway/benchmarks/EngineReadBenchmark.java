package io.pfsgateway.benchmarks;

import io.pfsgateway.benchmarks.files.MeasuredFiles;
import io.pfsgateway.benchmarks.files.TemporaryFolder;
import io.pfsgateway.domain.bucket.BranchId;
import io.pfsgateway.domain.commit.CommitRef;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A file found at the head and read to its end: one that rides in the store, and one that has a file of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineReadBenchmark {
    private static final BranchId BRANCH = BranchId.of("master", "reads");

    private final TemporaryFolder folder = TemporaryFolder.make();
    private final MeasuredFiles files = MeasuredFiles.open(folder.path());

    public EngineReadBenchmark() {
        files.create(BRANCH);
        files.put(BRANCH, "small", new byte[1 << 10]);
        files.put(BRANCH, "large", new byte[1 << 20]);
    }

    /** Where a thread reads to. */
    @State(Scope.Thread)
    public static class Target {
        private final byte[] bytes = new byte[64 << 10];
    }

    @TearDown
    public void close() {
        files.close();
        folder.close();
    }

    @Benchmark
    public long oneKibibyteInline(Target target) {
        return files.get(BRANCH, CommitRef.HEAD, "small", target.bytes);
    }

    @Benchmark
    public long oneMebibyteBlob(Target target) {
        return files.get(BRANCH, CommitRef.HEAD, "large", target.bytes);
    }
}
