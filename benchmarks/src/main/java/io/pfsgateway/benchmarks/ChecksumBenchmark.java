package io.pfsgateway.benchmarks;

import io.pfsgateway.domain.checksum.ChecksumAlgorithm;
import io.pfsgateway.domain.checksum.RunningChecksum;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A MiB through each of the checksums that an upload goes through; SHA-256 is the one that it cannot do without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChecksumBenchmark {
    private static final int BYTES = 1 << 20;

    @Param({"CRC64NVME", "CRC32", "SHA256"})
    public ChecksumAlgorithm algorithm = ChecksumAlgorithm.CRC64NVME;

    private final byte[] bytes = new byte[BYTES];

    public ChecksumBenchmark() {
        new Random(1).nextBytes(bytes);
    }

    @Benchmark
    public byte[] oneMebibyte() {
        RunningChecksum checksum = algorithm.start();
        checksum.update(bytes, 0, bytes.length);
        return checksum.finish();
    }
}
