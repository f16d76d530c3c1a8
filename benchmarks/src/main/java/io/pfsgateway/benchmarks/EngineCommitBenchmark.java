package io.pfsgateway.benchmarks;

import io.pfsgateway.application.port.out.CommittedFile;
import io.pfsgateway.benchmarks.files.MeasuredFiles;
import io.pfsgateway.benchmarks.files.TemporaryFolder;
import io.pfsgateway.domain.bucket.BranchId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** Files of 1 KiB, each a commit of its own that is on disk when the call returns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineCommitBenchmark {
    private static final BranchId BRANCH = BranchId.of("master", "commits");

    private final TemporaryFolder folder = TemporaryFolder.make();
    private final MeasuredFiles files = MeasuredFiles.open(folder.path());
    private final AtomicLong next = new AtomicLong();
    private final byte[] bytes = new byte[1 << 10];

    public EngineCommitBenchmark() {
        files.create(BRANCH);
    }

    @TearDown
    public void close() {
        files.close();
        folder.close();
    }

    private CommittedFile commit() {
        return files.put(BRANCH, "key-" + next.incrementAndGet(), bytes);
    }

    @Benchmark
    @Threads(1)
    public CommittedFile one() {
        return commit();
    }

    @Benchmark
    @Threads(16)
    public CommittedFile sixteen() {
        return commit();
    }
}
